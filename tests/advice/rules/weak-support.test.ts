import { expect, test } from 'vitest';
import { advise } from '../../../src/advice/advise.ts';
import { readTranscript } from '../../../src/content/read/assets.ts';
import { readContent } from '../../../src/content/read/read.ts';
import { validate } from '../../../src/content/validate/validate.ts';
import { toMessage } from '../../../src/findings/finding.ts';
import { type ContentOverrides, EVENT, TALK_HEAD, tempMeetup } from '../../content/temp-meetup.ts';

const SAID = '大家好。\n仓库里的机器人每天可以搬运几百个箱子，晚上不需要开灯。\n';
const WITH_SOURCE = EVENT.replace('lang', 'source: t.txt\nlang');

function adviceOn(files: ContentOverrides): readonly string[] {
  using meetup = tempMeetup({ 'event.md': WITH_SOURCE, 't.txt': SAID, ...files });
  const { meetup: read, ...rest } = validate(readContent(meetup.root));
  const { transcript } = readTranscript(meetup.root, read.event);
  return advise({ ...rest, meetup: read, transcript })
    .filter(({ code }) => code === 'weak-support')
    .map(
      (found) =>
        `${found.file.replace('content/', '')}:${found.at.line}:${found.at.column} ${toMessage(found).what}`,
    );
}

const inTalk = (body: string) => adviceOn({ 'talks/01-huang.md': TALK_HEAD + body });

test('a clause that the cited line does not have, at its place', () => {
  expect(inTalk('## 机器人\n\n- 机器人每天搬运几百个箱子，客户都很满意 [L2]\n')).toEqual([
    'talks/01-huang.md:8:16 L2 hardly says "客户都很满意"; not there: 客户都很满意.',
  ]);
});

test('a negation on one side only', () => {
  expect(inTalk('## 机器人\n\n- 机器人晚上需要开灯 [L2]\n')).toEqual([
    'talks/01-huang.md:8:3 Either "机器人晚上需要开灯" or L2 denies it: "不需要" is in one of them only.',
  ]);
});

test('headings sum up, and what cites nothing has no lines', () => {
  expect(
    inTalk('## 全自动的未来工厂 [L2]\n\n- 每天搬运几百个箱子\n\n## 全自动的未来工厂\n\n- 完全是别的事情\n'),
  ).toEqual([]);
});

test('event.md turns it off', () => {
  const event = WITH_SOURCE.replace('lang', 'adviceOff: [weak-support]\nlang');
  const talk = `${TALK_HEAD}## 机器人\n\n- 完全是别的事情，客户都很满意 [L2]\n`;
  expect(adviceOn({ 'event.md': event, 'talks/01-huang.md': talk })).toEqual([]);
});
