import { advise } from '../../../src/advice/advise.ts';
import { readContent } from '../../../src/content/read/read.ts';
import { validate } from '../../../src/content/validate/validate.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import { type ContentOverrides, EVENT, TALK_HEAD, tempMeetup } from '../../content/temp-meetup.ts';

export const ENGLISH = EVENT.replace('zh-CN', 'en');
const ENGLISH_HEAD = '---\nspeaker: \u9EC4\u4E1C\u65ED\ntitle: A talk\ntakeaway: Remember this\n---\n';

/** All advice for a meetup with these files. */
export function adviceOn(overrides: ContentOverrides): readonly Finding[] {
  using meetup = tempMeetup(overrides);
  return advise(validate(readContent(meetup.root)));
}

/** Advice of one rule, each formatted as `talks/01-huang.md:3:8+2`: file, line, column, length. */
export function adviceOf(code: Finding['code'], overrides: ContentOverrides): readonly string[] {
  return adviceOn(overrides)
    .filter((found) => found.code === code)
    .map(({ file, at }) => `${file.replace(/^content\//, '')}:${at.line}:${at.column}+${at.length}`);
}

/** Like `adviceOf`, for a Chinese talk with this body, which starts on line 6; without the file name. */
export function bodyAdvice(code: Finding['code'], body: string): readonly string[] {
  return inTalk(code, { 'talks/01-huang.md': TALK_HEAD + body });
}

/** Like `bodyAdvice`, for an English talk. */
export function englishAdvice(code: Finding['code'], body: string): readonly string[] {
  return inTalk(code, { 'event.md': ENGLISH, 'talks/01-huang.md': ENGLISH_HEAD + body });
}

function inTalk(code: Finding['code'], overrides: ContentOverrides): readonly string[] {
  return adviceOf(code, overrides).map((place) => place.replace('talks/01-huang.md:', ''));
}
