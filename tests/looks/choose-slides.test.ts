import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { type Compiled, compile, compileInLook } from '../../src/build/compile.ts';
import { inLanguage } from '../../src/findings/finding.ts';
import { CHINESE } from '../../src/findings/messages/zh/chinese.ts';
import { chooseSamples, findSample } from '../../src/looks/choose-slides.ts';
import { dressMeetup } from '../../src/looks/dress.ts';
import { looksPage } from '../../src/looks/looks-page.ts';
import { ownMeetup } from '../cli/own-meetup.ts';
import { talk } from '../compile-meetup.ts';

const PHOTO = readFileSync(new URL('../gallery/photographs/content/assets/harbour.jpg', import.meta.url));
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><rect width="9" height="9"/></svg>';
const BODY = `## Short

- One

## Long

- The first of what there is to say
- The second of what there is to say
- The third of what there is to say

## Drawn

![A square](../assets/square.svg)

The square stands for everything that was drawn that night, and so it has a long caption.

## Seen

![A harbour](../assets/harbour.jpg)

## Numbers

- **3** cats
`;

const meetup = ownMeetup({
  'content/event.md': '---\ntitle: Meetup\nlang: en\nhost: Hanna\n---\n',
  'content/talks/01-ada.md': talk(BODY),
  'content/assets/harbour.jpg': PHOTO,
  'content/assets/square.svg': DRAWING,
});

function sound({ value, findings }: Compiled) {
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
}

it('of each kind the fullest slide is chosen, photographs first, and found in a look where it is another', () => {
  const project = openProject(meetup.root);
  const samples = chooseSamples(sound(compile(project)));
  const told = samples.map(({ name, slide }) => [name, slide.kind, slide.origin.line]);
  expect(told).toEqual([
    ['cover', 'cover', 1],
    ['text', 'points', 12],
    ['figures', 'stats', 28],
    ['picture', 'figure', 24],
    ['takeaway', 'takeaway', 5],
  ]);
  const { decks } = sound(compileInLook(project, { theme: 'vivid', keepsColors: true }));
  const found = samples.map((sample) => findSample(sample, decks));
  const kinds = found.map((place) => place && [place.deck.cover, ...place.deck.slides][place.index]?.kind);
  expect(kinds).toEqual(['cover', 'points', 'stats', 'full', 'takeaway']);
});

it("the meetup's own theme is shown beside talkdeck's, which have their own templates", () => {
  meetup.write('templates/theme/package.json', '{}');
  meetup.write(
    'templates/slides/points.md.hbs',
    '---\n{{> partials/frame}}\n---\n\n{{> partials/heading}}\n',
  );
  const project = openProject(meetup.root);
  const looks = dressMeetup(project, compile(project));
  expect(looks.map(({ name, isChosen }) => [name, isChosen])).toEqual([
    ['own', true],
    ['quiet', false],
    ['bold', false],
    ['vivid', false],
  ]);
  const textOf = (index: number) => looks[index]?.value?.decks.map(({ text }) => text).join('') ?? '';
  expect(textOf(0)).not.toContain('- The first');
  expect(textOf(1)).toContain('- The first');
  expect(looks[0]?.project.themeFolder).toBe(join(meetup.root, 'templates', 'theme'));
  expect(looks[1]?.project.themeFolder).not.toContain(meetup.root);
});

it('what keeps the meetup from a look is listed instead of its slides, in the language of messages', () => {
  const heading = `## ${'A harbour in the early morning '.repeat(6).trim()}`;
  meetup.write('content/event.md', '---\ntitle: Meetup\nlang: en\nhost: Hanna\ntheme: vivid\n---\n');
  meetup.write('content/talks/01-ada.md', talk(`${heading}\n\n![A harbour](../assets/harbour.jpg)`));
  const project = openProject(meetup.root);
  const looks = dressMeetup(project, compile(project));
  // Only a photograph has room for a heading of that length.
  expect(looks.map(({ name, value }) => [name, value !== null])).toEqual([
    ['quiet', false],
    ['bold', false],
    ['vivid', true],
  ]);
  const samples = chooseSamples(sound(compile(project))).slice(0, 1);
  const shown = looks.map((look) => ({ ...look, pictures: look.value ? [null] : [] }));
  const own = {
    ...looks[2],
    name: 'own',
    isChosen: false,
    dropsColors: false,
    pictures: [],
    findings: [],
  } as const;
  const page = () => looksPage({ title: 'Meetup', samples, looks: [own, ...shown] }, project.templateFolders);
  expect(page()).toContain('<p>Before it can be shown, this is to be changed:</p>');
  expect(page()).toMatch(/<p>content\/talks\/01-ada\.md:8 [^<]+<\/p>/);
  const frames = (html: string) => html.match(/(?<=<p class="none">).+(?=<\/p>)/g);
  const notYet = 'It can be shown once what stands above is changed.';
  const notAlone = 'In this look it has no slide of its own: it shares one with others.';
  expect(frames(page())).toEqual([notYet, notYet, notYet, notAlone]);
  const inChinese = inLanguage(CHINESE, page);
  expect(inChinese).not.toMatch(/>own</);
  expect(inChinese).toContain('>自己的主题</label>');
  expect(frames(inChinese)?.at(-1)).toBe('用这种外观时\uff0c它不单独成页\uff0c与其他内容同在一页。');
  expect(inChinese).toContain('<html lang="zh-CN">');
  expect(inChinese).toContain('<p>要用这种外观\uff0c需先改动\uff1a</p>');
});
