import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openProject } from '../../../src/base/project.ts';
import { oneLine } from '../../../src/base/text.ts';
import { compile } from '../../../src/build/compile.ts';
import { readStarter, STARTER_LANGS, type StarterLang } from '../../../src/commands/scaffold/starter.ts';
import { SECTION_KINDS } from '../../../src/content/kinds/shapes.ts';
import { marksIn } from '../../../src/content/parse/field-marks.ts';
import { plainText } from '../../../src/content/summary/markup.ts';
import { runs } from '../../deep.ts';
import { type Begun, beginMeetup } from './begin-meetup.ts';

let begun: Begun | null = null;
const begin = (lang: StarterLang, title: string, speaker: string): Begun => {
  begun = beginMeetup(lang, title, speaker);
  return begun;
};
afterEach(() => {
  if (begun) rmSync(begun.root, { recursive: true, force: true });
  begun = null;
});

describe.each(STARTER_LANGS)('the example in %s', (lang) => {
  it('has no finding, and shows what a newcomer should meet', () => {
    const { root } = begin(lang, 'A meetup', 'Ann');
    const { value, findings } = compile(openProject(root));
    expect(findings).toEqual([]);
    const decks = value?.decks.map(({ deck }) => deck) ?? [];
    expect(decks.map(({ kind }) => kind)).toEqual(['opening', 'speaker', 'speaker', 'qa', 'closing']);
    const [, first, , qa] = decks;
    const kinds = new Set(first?.slides.map(({ kind }) => kind));
    // Kinds that need a picture, a video or several columns, and charts over time, are snippets.
    const others = ['text', 'series', 'stacks', 'full', 'beside', 'pictures', 'columns', 'video'];
    expect(SECTION_KINDS.filter((kind) => !kinds.has(kind))).toEqual(others);
    expect(first?.speakers.map(({ name }) => name)).toEqual(['Ann']);
    expect(qa?.slides.filter(({ kind }) => kind === 'question')).toHaveLength(2);
    expect(qa?.slides.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['answers', 'answer', 'matrix']),
    );
    expect(qa?.lang).toBe(lang);
  });

  it.each(['周宁', '孙悦', 'Ada Moreno', 'Ben Okafor', 'ada  moreno'])(
    'where the first speaker is called as another one in it: %s',
    (speaker) => {
      const { root } = begin(lang, 'A meetup', oneLine(speaker));
      expect(compile(openProject(root)).findings).toEqual([]);
    },
  );

  it.each([
    ['Con', '01-con-2.md'],
    ['QA', '01-qa-2.md'],
    ['\u{1F389}', '01-speaker.md'],
  ])('where the name of the first speaker, %s, names no file', (speaker, name) => {
    const { root } = begin(lang, 'A meetup', speaker);
    expect(existsSync(join(root, 'content', 'talks', name))).toBe(true);
  });
});

it('whatever is typed as title and name is shown as it was typed', () => {
  const words = fc.constantFrom(
    ...[
      '"a"',
      "'b'",
      ': c',
      '# d',
      '- e',
      '{{f}}',
      '{.stats}',
      '**g**',
      '[L3',
      'h]',
      '<i>',
      '&amp;',
      '\\',
      '~',
      '|',
    ],
    ...[
      '`j`',
      '@k',
      '!l',
      '_m_',
      '1.',
      '---',
      '\u66FE国藩',
      'true',
      '2024',
      'null',
      'https://n.example',
      '$o$',
      '#',
    ],
  );
  const typed = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => oneLine(parts.join(' ')));
  fc.assert(
    fc.property(typed, typed, (title, speaker) => {
      // At the end of a heading this marks the kind of slide, whatever the escaping.
      fc.pre(!speaker.endsWith('{.stats}'));
      // An error at its place, because fields are plain text.
      fc.pre(marksIn(title).length === 0 && marksIn(speaker).length === 0);
      const { root } = begin('en', title, speaker);
      try {
        const { value, findings } = compile(openProject(root));
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        const qa = value?.decks.find(({ deck }) => deck.kind === 'qa')?.deck;
        expect(qa?.cover.kind === 'cover' && qa.cover.event).toBe(title);
        expect(value?.decks[1]?.deck.speakers.map(({ name }) => name)).toEqual([speaker]);
        const quote = value?.decks[1]?.deck.slides.find(({ kind }) => kind === 'quote');
        const attribution = quote?.kind === 'quote' ? quote.attribution : null;
        expect(plainText(attribution ?? [])).toBe(speaker);
      } finally {
        rmSync(root, { recursive: true, force: true });
      }
    }),
    { numRuns: runs(12, 60) },
  );
});

it('both languages have the same files', () => {
  const [first, ...others] = STARTER_LANGS.map((lang) => readStarter(lang).map(({ path }) => path));
  expect(first).toContain('content/event.md.hbs');
  for (const paths of others) expect(paths).toEqual(first);
});

it('Chinese has the punctuation of Chinese, with blanks beside Latin and digits', () => {
  for (const { path, text } of readStarter('zh-CN').filter(({ path }) => path.startsWith('content/'))) {
    const prose = text.replaceAll(/```[\s\S]*?```|`[^`]*`|\{\{.*?\}\}/g, '');
    expect(prose.match(/\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/gu), path).toBeNull();
    expect(prose.match(/\p{Script=Han}[A-Za-z\d]|[A-Za-z\d]\p{Script=Han}/gu), path).toBeNull();
  }
});
