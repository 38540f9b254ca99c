import { expect, test } from 'vitest';
import { adviceOn, ENGLISH } from './advice-of.ts';

const EXCHANGE = '---\nquestion: a\naskedBy: b\ntopic: c\n---\n\n### ';

/** The two differing numbers of a talk by Huang and an answer. */
function differing(
  talk: string,
  answer: string,
  name = '\u9EC4\u4E1C\u65ED',
  event: string | null = null,
): readonly string[] {
  return adviceOn({
    ...(event === null ? {} : { 'event.md': event }),
    'talks/01-huang.md': `---\nspeaker: \u9EC4\u4E1C\u65ED\ntitle: a\ntakeaway: b\n---\n\n## a\n\n- ${talk}\n`,
    'talks/02-li.md': '---\nspeaker: \u674E\u6D69\u6E90\ntitle: d\ntakeaway: e\n---\n\n## a\n\n- f\n',
    'qa/01-start.md': `${EXCHANGE}${name}\n\n- ${answer}\n`,
  }).flatMap((found) =>
    found.code === 'differing-number'
      ? [`${found.at.line}:${found.at.column} ${found.args.text} ${found.args.other} ${found.args.place}`]
      : [],
  );
}

test.each([
  [
    'the same person',
    '\u56E2\u961F 260 \u4EBA',
    '\u56E2\u961F\u6709 300 \u4EBA\uFF0C\u5F88\u591A',
    '300 \u4EBA 260 \u4EBA',
  ],
  [
    'numerals',
    '\u56E2\u961F 260 \u4EBA',
    '\u56E2\u961F\u6709\u4E09\u767E\u4EBA',
    '\u4E09\u767E\u4EBA 260 \u4EBA',
  ],
  [
    'large units',
    '\u878D\u8D44 3000 \u4E07\u7F8E\u5143',
    '\u878D\u8D44 2 \u4EBF\u7F8E\u5143',
    '2 \u4EBF\u7F8E\u5143 3000 \u4E07\u7F8E\u5143',
  ],
  ['a bold figure', '**260 \u4EBA** \u56E2\u961F', '\u56E2\u961F 250 \u4EBA', '250 \u4EBA 260 \u4EBA'],
  ['a percentage', '\u6027\u80FD\u63D0\u5347 30%', '\u6027\u80FD\u63D0\u5347 40%', '40% 30%'],
])('%s', (_, talk, answer, numbers) => {
  expect(differing(talk, answer)).toEqual([
    expect.stringContaining(` ${numbers} content/talks/01-huang.md:9`),
  ]);
});

test('another person who names the same', () => {
  const [talk, answer] = ['TiDB \u6709 400 \u5BB6\u5BA2\u6237', 'TiDB \u6709 500 \u5BB6\u5BA2\u6237'];
  expect(differing(talk, answer, '\u674E\u6D69\u6E90')).toEqual([
    '9:10 500 \u5BB6 400 \u5BB6 content/talks/01-huang.md:9',
  ]);
  expect(differing(talk, answer.replace('TiDB', 'Alluxio'), '\u674E\u6D69\u6E90')).toEqual([]);
});

test('English', () => {
  expect(differing('A team of 260 people', 'Our team has 300 people', undefined, ENGLISH)).toEqual([
    '9:16 300 people 260 people content/talks/01-huang.md:9',
  ]);
});

test.each([
  [
    'the same number otherwise written',
    '\u878D\u8D44 3000 \u4E07\u7F8E\u5143',
    '\u878D\u8D44 0.3 \u4EBF\u7F8E\u5143',
  ],
  ['another unit', '\u56E2\u961F 260 \u4EBA', '\u56E2\u961F 5 \u5BB6'],
  ['another thing', '\u56E2\u961F 260 \u4EBA', '\u5BA2\u6237\u6765\u4E86 300 \u4EBA'],
  ['another year', '\u56E2\u961F 260 \u4EBA', '\u53BB\u5E74\u56E2\u961F 200 \u4EBA'],
  ['a wish', '\u56E2\u961F 260 \u4EBA', '\u5E0C\u671B\u56E2\u961F\u6709 300 \u4EBA'],
  ['a range that holds it', '\u63D0\u5347 10 \u500D', '\u63D0\u5347 2 \u5230 10 \u500D'],
  ['dates', '\u516C\u53F8 2015 \u5E74\u6210\u7ACB', '\u516C\u53F8 2016 \u5E74\u6210\u7ACB'],
  ['places in an order', '\u7B2C 1 \u4EBA\u56E2\u961F', '\u7B2C 2 \u4EBA\u56E2\u961F'],
  ['names with a digit', '\u7528 GPT-3 \u6A21\u578B', '\u7528 GPT-4 \u6A21\u578B'],
  [
    'a number that the talk has elsewhere',
    '\u56E2\u961F 260 \u4EBA\uFF0C\u5317\u4EAC 100 \u4EBA',
    '\u56E2\u961F 100 \u4EBA',
  ],
])('not %s', (_, talk, answer) => {
  expect(differing(talk, answer)).toEqual([]);
});

test('nor what somebody else counts of theirs', () => {
  expect(differing('\u56E2\u961F 260 \u4EBA', '\u56E2\u961F 300 \u4EBA', '\u674E\u6D69\u6E90')).toEqual([]);
});
