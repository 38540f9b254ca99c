import { describe, expect, test } from 'vitest';
import { ADVICE_NAMES } from '../../src/findings/finding.ts';
import { EVENT, findingsOf, TALK_HEAD } from '../content/temp-meetup.ts';
import { adviceOn, ENGLISH } from './rules/advice-of.ts';

/** Code and replacement text of each edit; `-` for a finding without edits. */
function edits(overrides: Readonly<Record<string, string>>): readonly string[] {
  return adviceOn(overrides)
    .filter(({ code }) => code !== 'no-figures')
    .map((found) => `${found.code} ${found.edits?.map(({ text }) => `"${text}"`).join(' ') ?? '-'}`);
}

const inTalk = (body: string) => edits({ 'talks/01-huang.md': `${TALK_HEAD}\n${body}\n` });

describe('event.md', () => {
  const talk = `${TALK_HEAD}\n## a\n\n- \u7528TiDB,\u505A\n`;

  test('turns advice off by name', () => {
    const codes = (lines: string) =>
      adviceOn({ 'event.md': EVENT.replace('lang', `${lines}lang`), 'talks/01-huang.md': talk }).map(
        ({ code }) => code,
      );
    expect(codes('')).toEqual(['no-figures', 'missing-space', 'mixed-punctuation']);
    expect(codes('adviceOff: [no-figures, missing-space]\n')).toEqual(['mixed-punctuation']);
    expect(codes(`adviceOff: [${ADVICE_NAMES.join(', ')}]\n`)).toEqual([]);
  });

  test('with a name that is none is an error at that name', () => {
    const event = EVENT.replace('lang', 'adviceOff:\n  - long-point\n  - long-pont\nlang');
    expect(findingsOf({ 'event.md': event })).toEqual(['event.md:5:5 wrong-choice']);
  });

  test('advice comes in order of files and lines', () => {
    const places = adviceOn({ 'event.md': EVENT.replace('\u4E09\u4EBA\u8C08', '\u7528TiDB,\u505A') }).map(
      ({ file, at }) => `${file}:${at.line}:${at.column}`,
    );
    expect(places).toEqual([
      'content/event.md:2:8',
      'content/event.md:2:13',
      'content/talks/01-huang.md:3:1',
    ]);
  });
});

describe('a finding has no edit where that would do more', () => {
  test('a colon in an English title without quotes would end it', () => {
    expect(edits({ 'event.md': ENGLISH.replace('\u4E09\u4EBA\u8C08', 'One\uFF1Atwo') })).toEqual([
      'mixed-punctuation -',
    ]);
    expect(edits({ 'event.md': ENGLISH.replace('\u4E09\u4EBA\u8C08', '"One\uFF1Atwo"') })).toEqual([
      'mixed-punctuation ": "',
    ]);
  });

  test('a heading that a link leads to', () => {
    expect(inTalk('## \u7528TiDB\n\n- [\u89C1](#\u7528TiDB)')).toEqual(['missing-space -']);
    expect(inTalk('## \u7528TiDB\n\n- [\u89C1](#\u5176\u4ED6)')).toEqual(['missing-space " "']);
  });

  test('a backslash that would be left', () => {
    expect(inTalk('## a\n\n- \u7528\\(\u505A\\)')).toEqual(['mixed-punctuation -']);
  });

  test('of several edits the others stay', () => {
    expect(inTalk('## a\n\n- \u7528\\(\u505A\\),\u505A')).toEqual(['mixed-punctuation "\uFF0C"']);
  });

  test('marks around what a blank parts stay what they are', () => {
    expect(inTalk('## a\n\n- \u7528**TiDB**\u505A, *\u7528TiDB*\u505A')).toEqual([
      'missing-space " " " " " " " "',
      'mixed-punctuation "\uFF0C"',
    ]);
  });
});
