import { expect, test } from 'vitest';
import { TALK_HEAD } from '../../content/temp-meetup.ts';
import { adviceOf, adviceOn, ENGLISH } from './advice-of.ts';

const of = (speaker: string) => ({
  'event.md': ENGLISH,
  'talks/01-huang.md': `${TALK_HEAD.replace('黄东旭', speaker)}\n## A\n\n- b\n`,
  'qa/01-start.md': null,
});

test.each([
  ['Ada & Ben', ['Ada', 'Ben']],
  ['Ada and Ben', ['Ada', 'Ben']],
  ['Ada Moreno, Ben Okafor', ['Ada Moreno', 'Ben Okafor']],
  ['Ada, Ben, and Eve', ['Ada', 'Ben', 'Eve']],
  ['Ada / Ben', ['Ada', 'Ben']],
  ['张三、李四、王五', ['张三', '李四', '王五']],
  ['张三和李四', ['张三', '李四']],
] as const)('%s', (speaker, names) => {
  expect(adviceOf('joined-names', of(speaker))).toEqual([`talks/01-huang.md:2:10+${speaker.length}`]);
  const [found] = adviceOn(of(speaker)).filter(({ code }) => code === 'joined-names');
  expect(found?.args).toEqual({ text: speaker, names });
});

test.each([
  'Ada Moreno',
  'Moreno, Ada',
  'Ada Moreno, Jr.',
  'Andy Sandman',
  '和田一郎',
  'José Ortega y Gasset',
])('not %s', (speaker) => {
  expect(adviceOf('joined-names', of(speaker))).toEqual([]);
});
