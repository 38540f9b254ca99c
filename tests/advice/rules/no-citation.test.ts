import { expect, test } from 'vitest';
import { EVENT } from '../../content/temp-meetup.ts';
import { adviceOf } from './advice-of.ts';

const WITH_SOURCE = EVENT.replace('lang', 'source: t.txt\nlang');
const talk = (takeaway: string, body: string) =>
  `---\nspeaker: \u9EC4\u4E1C\u65ED\ntitle: a\ntakeaway: "${takeaway}"\n---\n\n${body}\n`;
const inTalk = (event: string, text: string) =>
  adviceOf('no-citation', { 'event.md': event, 'talks/01-huang.md': text });

test('a talk without any where there is a transcript, at its title', () => {
  expect(inTalk(WITH_SOURCE, talk('b', '## a\n\n- b'))).toEqual(['talks/01-huang.md:3:1+8']);
});

test('not without a transcript', () => {
  expect(inTalk(EVENT, talk('b', '## a\n\n- b'))).toEqual([]);
});

test.each([
  ['a heading', talk('b', '## a [L1]\n\n- b')],
  ['a point', talk('b', '## a\n\n- b\n- c [L1-2]')],
  ['a table', talk('b', '## a\n\n| a |\n|---|\n| b [L1] |')],
  ['the takeaway', talk('b [L1]', '## a\n\n- b')],
])('one in %s is enough', (_, text) => {
  expect(inTalk(WITH_SOURCE, text)).toEqual([]);
});
