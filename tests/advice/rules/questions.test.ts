import { expect, test } from 'vitest';
import { adviceOf } from './advice-of.ts';

function exchange(fields: string, ...names: readonly string[]): Readonly<Record<string, string>> {
  const answers = names.map((name) => `### ${name}\n\n- a\n`);
  return { 'qa/01-start.md': `---\nquestion: a\n${fields}\ntopic: c\n---\n\n${answers.join('\n')}` };
}

const [HUANG, LIU, LI] = ['\u9EC4\u4E1C\u65ED', '\u5218\u8D85', '\u674E\u6D69\u6E90'];

test('an answer by somebody not asked, once for each person', () => {
  const asked = exchange(`askedBy: b\naskedTo: ${HUANG}`, HUANG, LI, LI);
  expect(adviceOf('answer-by-unasked', asked)).toEqual(['qa/01-start.md:12:5+3']);
});

test.each([
  ['who was asked', exchange(`askedBy: b\naskedTo: [${HUANG}, ${LI}]`, LI, HUANG)],
  ['the host', exchange(`askedBy: b\naskedTo: ${HUANG}`, HUANG, LIU)],
  ['who asked and goes on', exchange(`askedBy: ${LI}\naskedTo: ${HUANG}`, HUANG, LI)],
  ['anybody where nobody is named', exchange('askedBy: b', HUANG, LI)],
])('not by %s', (_, files) => {
  expect(adviceOf('answer-by-unasked', files)).toEqual([]);
});

test('a question that nobody answers', () => {
  const noted = { 'qa/01-start.md': '---\nquestion: a\naskedBy: b\ntopic: c\n---\n\n<!-- a -->\n' };
  expect(adviceOf('unanswered-question', noted)).toEqual(['qa/01-start.md:2:1+11']);
  expect(adviceOf('unanswered-question', exchange(`askedBy: ${LIU}\naskedTo: ${HUANG}`, LIU))).toEqual([
    'qa/01-start.md:2:1+11',
  ]);
});

test.each([
  ['somebody else answers', exchange('askedBy: b', HUANG)],
  ['the host, who was asked, answers', exchange(`askedBy: ${LIU}\naskedTo: ${LIU}`, LIU)],
  ['somebody not asked answers', exchange(`askedBy: b\naskedTo: ${HUANG}`, LI)],
])('not where %s', (_, files) => {
  expect(adviceOf('unanswered-question', files)).toEqual([]);
});
