import { expect, it } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url).pathname;

/** Texts of a fixture's decks by slug, in order. */
function decksOf(fixture: string): Readonly<Record<string, string>> {
  const { value, findings } = compile(openProject(FIXTURES + fixture));
  if (!value) throw new Error(JSON.stringify(findings, null, 2));
  return Object.fromEntries(value.decks.map(({ deck: { slug }, text }) => [slug, text]));
}

/** The layouts of a deck's slides. */
function layouts(deck: string | undefined): readonly (string | undefined)[] {
  return [...(deck ?? '').matchAll(/^layout: (\w+)$/gm)].map(([, layout]) => layout);
}

it('null, ~ and empty values show nothing on any slide', () => {
  const decks = decksOf('null-field');
  expect(Object.keys(decks)).toEqual(['ada', 'qa']);
  for (const text of Object.values(decks)) expect(text).not.toMatch(/null|~/i);
  expect(decks.ada).toMatch(/- <span class="person"[^\n]*<\/span>\n/);
  expect(decks.qa).toContain('\nHost Ben Okafor\n');
});

it('several speak together, and one speaks again', () => {
  const decks = decksOf('speakers');
  expect(Object.keys(decks)).toEqual(['pair', 'again', 'crowd', 'qa']);
  const { pair = '', again = '', crowd = '', qa = '' } = decks;
  const names = (slide: string) => [
    ...slide.matchAll(/class="person".*?>([^<>]+)(?:<\/DeckLink>)?<\/span>/g),
  ];
  const shown = (deck: string, layout: string) =>
    (deck.split('\n---\n').find((_, at, all) => all[at - 1]?.includes(`layout: ${layout}`)) ?? '').trim();
  const three = ['Ada Moreno', 'Björn Ångström', 'Chloé Dubois'];
  for (const layout of ['cover', 'speakers', 'takeaway', 'closing']) {
    expect(names(shown(pair, layout)).map(([, name]) => name)).toEqual(three);
  }
  expect(pair).toContain('author: Ada Moreno, Björn Ångström, Chloé Dubois');
  expect(shown(pair, 'speakers')).toContain(
    '<span class="post"><b>Acme</b><i>\u00a0· </i>Database engineer</span>',
  );
  expect(shown(pair, 'speakers')).toContain('src="&#46;&#47;assets&#47;bjorn&#46;png"');
  expect(names(shown(crowd, 'speakers'))).toHaveLength(5);
  // Both answer, and each deck says so; a repeated speaker is the same person.
  expect(shown(pair, 'answered').match(/- \*\*Q\d/g)).toEqual(['- **Q1', '- **Q2']);
  expect(shown(again, 'answered').match(/- \*\*Q\d/g)).toEqual(['- **Q1']);
  expect(shown(again, 'cover')).toMatch(
    />Ada Moreno<\/span> <span class="post"><b>Acme<\/b><i>\u00a0· <\/i>Database engineer<\/span>\n/,
  );
  expect(again).toContain('accent: "#0b5cad"');
  expect(again).not.toContain('<DeckLink deck="pair"');
  expect(shown(qa, 'matrix')).toContain('<DeckLink deck="pair" no="1">Ada Moreno</DeckLink>');
});

it('guests, panellists and the audience ask and answer', () => {
  const { ada = '', qa = '' } = decksOf('other-people');
  expect(qa).toContain('Mei Tanaka</span> <span class="post"><b>The Paper</b><i>\u00a0· </i>Editor</span>');
  expect(qa).toContain('Omar Haddad</span> <span class="post">audience</span>');
  for (const name of ['Nora Berg', 'The audience', '观众 A', '陈米', 'Lin Xu']) {
    expect(qa).toMatch(new RegExp(`class="person"[^>]*>${name}</span>`));
  }
  expect(qa).not.toContain('Nora Berg (');
  expect(ada).not.toContain('layout: answered');
});

it('a panel has questions and no talk', () => {
  const { qa = '', ...others } = decksOf('panel');
  expect(others).toEqual({});
  expect(qa).toContain(
    'style="--accent: #0b5cad" data-monogram="MT">Mei Tanaka</span> <span class="post"><b>The Paper</b>',
  );
});

it('a lightning talk is its cover and what to remember', () => {
  const decks = decksOf('lightning');
  expect(layouts(decks.ada)).toEqual(['cover', 'takeaway']);
  expect(layouts(decks.ben)).toEqual(['cover', 'speakers', 'takeaway']);
});

it('one talk is a meetup', () => {
  const decks = decksOf('single');
  expect(Object.keys(decks)).toEqual(['ada']);
  expect(layouts(decks.ada)).toEqual(['cover', 'points', 'takeaway', 'closing']);
});

it('sections of event.md open the evening, and close it below a heading that says so', () => {
  const { value } = compile(openProject(`${FIXTURES}evening`));
  const decks = decksOf('evening');
  expect(Object.keys(decks)).toEqual(['聚会', 'jia', '聚会-结束']);
  expect(value?.decks.map(({ deck }) => deck.kind)).toEqual(['opening', 'speaker', 'closing']);
  const { 聚会: opening = '', '聚会-结束': closing = '' } = decks;
  expect(layouts(opening)).toEqual(['cover', 'programme', 'points', 'divider']);
  expect(opening).toContain('\n第一次\n');
  expect(opening).toContain('<!--\n人到齐了再开始。\n-->');
  expect(layouts(closing)).toEqual(['cover', 'points', 'closing']);
  expect(closing).toContain('\n<span>聚会</span>\n\n# 结束\n');
  expect(closing).toContain('<!--\n别忘了合影。\n-->');
  // The combined PDF needs a name different from the deck that opens it.
  expect(value?.front.deck.slug).toBe('聚会-meetup');
});

it('the programme has times, breaks, days and tracks, in order of time', () => {
  const { 'Two-days-of-clocks': opening = '' } = decksOf('programme');
  const rows = [...opening.matchAll(/^- (.*)$/gm)].map(([, row = '']) =>
    row
      .replaceAll(/<br>/g, ' / ')
      .replaceAll(/<[^>]+>/g, '')
      .trim(),
  );
  expect(rows.filter((row) => /^\d|May/.test(row))).toEqual([
    'Friday, May 1',
    '09:30 What Ada Moreno knows of clocks Ada Moreno / 60 min',
    '10:30 Coffee 15 min',
    '10:45 What Cyd Lee knows of clocks Cyd Lee / Hall A · 30 min',
    '10:45 What Dana Petrov knows of clocks Dana Petrov / Hall B · 45 min',
    'Saturday, May 2',
    '11:00 What Eve Obi knows of clocks Eve Obi / 60 min',
    '05 A talk without a time Fay Ito Acme / Gil Sanz / 25 min',
    '12:00 Lunch in the courtyard 60 min',
    '16:30 Q&A Q1',
  ]);
  expect(opening).toContain('\n<span><span class="date">May 1 – 2, 2026</span></span>\n');
});

it('a date is written as the language of the meetup writes it', () => {
  const { ada = '' } = decksOf('german-date');
  expect(ada).toContain('\u00a0· <span class="date">31\\. Mai 2024</span>');
});

it('what Taiwan and Hong Kong write has traditional words, and their dates', () => {
  const { ada = '' } = decksOf('traditional');
  expect(ada).toContain('# 記住這一句');
  expect(ada).toContain('# 謝謝');
  expect(ada).toContain('\u00a0· <span class="date">2024年5月31日</span>');
});
