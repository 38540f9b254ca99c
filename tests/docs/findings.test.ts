import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FINDINGS, type Finding } from '../../src/findings/finding.ts';
import { type Example, findingIndex, readFindingPages } from '../../src/findings/pages/finding-page.ts';
import { exampleMeetup } from './base-meetup.ts';
import { ExampleFolder } from './check-example.ts';
import { type PrintedExamples, printExamples } from './print-examples.ts';

const { codes, read } = readFindingPages();
const PAGES = codes.map(read);

const folder = new ExampleFolder();
afterAll(() => folder.dispose());

it('every code has a page, and every page a code', () => {
  const known = Object.keys(FINDINGS);
  expect(known.length).toBeGreaterThan(60);
  expect(codes).toEqual(known.sort());
});

it('the index names every page; after a change, run this file with -u', async () => {
  await expect(findingIndex(PAGES)).toMatchFileSnapshot('../../docs/findings/README.md');
});

describe('every page has what a reader needs', () => {
  it.each(PAGES)('$code', ({ title, meaning, wrong, right, severity, off }) => {
    expect(title).not.toMatch(/[.:]$/);
    expect(meaning.length).toBeGreaterThan(80);
    expect([wrong.length, right.length].every((count) => count > 0)).toBe(true);
    expect(off !== null).toBe(severity === 'advice');
  });
});

describe('the wrong example gives this finding alone', () => {
  it.each(PAGES.filter(({ found }) => found === 'check'))('$code', ({ code, severity, given, wrong }) => {
    const { places, ...meetup } = exampleMeetup([...given, ...wrong]);
    const found = folder.check(meetup, severity === 'advice');
    expect(found.length).toBeGreaterThan(0);
    // A finding about a whole file is at its start, and has no mark in the example.
    const expected = places.length > 0 ? places : found.map(({ file }) => `${file}:1`);
    expect(found.map(place)).toEqual(expected.map((at) => `${at} ${severity} ${code}`));
  });
});

describe('advice is turned off as its page says', () => {
  it.each(PAGES.filter(({ severity }) => severity === 'advice'))('$code', ({ code, given, wrong, off }) => {
    const [line = ''] = /^adviceOff: .*\n/m.exec(off ?? '') ?? [];
    const { files, links } = exampleMeetup([...given, ...wrong]);
    const event = String(files['content/event.md']).replace('---\n', `---\n${line}`);
    const turnedOff = { files: { ...files, 'content/event.md': event }, links };
    expect(line).toContain(code);
    expect(folder.check(turnedOff, true).map(place)).toEqual([]);
  });
});

describe('the right example gives no finding, and there is no advice on it', () => {
  it.each(PAGES)('$code', ({ given, right }) => {
    expect(folder.check(exampleMeetup([...given, ...right]), true).map(place)).toEqual([]);
  });
});

describe('in a browser the wrong example gives this finding alone, the right one none', () => {
  const shown = PAGES.filter(({ found }) => found !== 'check');
  let printed: PrintedExamples;
  beforeAll(async () => {
    const examples = shown.flatMap(({ code, found, given, wrong, right }) => {
      const asPptx = found === 'export --pptx';
      return [
        { name: `${code}-wrong`, files: talkAlone([...given, ...wrong]), asPptx },
        { name: `${code}-right`, files: talkAlone([...given, ...right]), asPptx },
      ];
    });
    printed = await printExamples(examples);
  });

  it.each(shown)('$code', ({ code, severity, given, wrong }) => {
    const { places } = exampleMeetup([...given, ...wrong]);
    const ofSlides = printed.ofDecks.get(`${code}-wrong`) ?? [];
    expect(ofSlides.map(place)).toEqual(places.map((at) => `${at} ${severity} ${code}`));
    expect(printed.ofDecks.get(`${code}-right`)).toEqual([]);
    // If no slide is to blame, it is the theme, which has the files of both examples.
    const ofTheme = places.length > 0 ? [] : printed.ofTheme;
    expect(ofTheme.map(place)).toEqual(places.length > 0 ? [] : [`templates/theme:1 ${severity} ${code}`]);
  });
});

/** Without the Q&A deck, which the talk's slides would link to. */
function talkAlone(example: Example) {
  const { 'content/qa/01-start.md': _, ...files } = exampleMeetup(example).files;
  return files;
}

function place({ file, at, severity, code }: Finding): string {
  return `${file}:${at.line} ${severity} ${code}`;
}
