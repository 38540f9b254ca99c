import { describe, expect, test } from 'vitest';
import { findWeakSupport } from '../../../src/content/claims/weak-support.ts';

const CHINESE = [
  '大家好，我是今天的主持人。',
  '我们做的是仓库里的机器人，一台机器人每天可以搬运几百个箱子，晚上不需要开灯。',
  '客户不能接受停机，所以每台设备坏了以后，旁边的设备会接管它的任务。',
  '我们用开源的调度框架，没有自己从头写。',
  '加一台机器就行，不需要人工重新分拣箱子，也有人问能不能在十分钟之内装好。',
  '一开始客户很少，没人知道我们，但是所有人都知道这个名字。',
];
const ENGLISH = [
  'Good evening, everybody.',
  'Our robots carry boxes through the warehouse at night, and they do not need any light for it.',
  'When a machine breaks, its neighbour takes over the work, because customers cannot accept downtime.',
  'With us tonight are Mara Lindqvist and Tomas Okafor.',
];

function weak(text: string, line: number, lines: readonly string[] = CHINESE, lang = 'zh-CN') {
  const found = findWeakSupport({ text, lang }, { lines }, [{ first: line, last: line }]);
  return found && `${found.type} ${found.index}: ${found.text} (${found.words.join('|')})`;
}

describe('Chinese', () => {
  test.each([
    ['机器人每天可以搬运几百个箱子', 2],
    ['仓库机器人晚上不需要开灯', 2],
    ['设备坏了，旁边的设备接管任务', 3],
    ['客户不能接受停机', 3],
    ['用开源的调度框架，没有从头写', 4],
    ['问能否在十分钟之内装好', 5],
    // Literally, beside a negation of something else.
    ['客户很少，但是所有人都知道这个名字', 6],
    // Two letters are a name, which the check of names covers.
    ['AI', 2],
  ])('%s is what the line says', (text, line) => {
    expect(weak(text, line)).toBeNull();
  });

  test.each([
    [
      '机器人每天可以搬运几百个箱子',
      3,
      'unsaid 0: 机器人每天可以搬运几百个箱子 (机器人每天可以搬运几百个箱子)',
    ],
    ['设备坏了，旁边的设备接管任务，因此成为行业第一', 3, 'unsaid 15: 因此成为行业第一 (因此成为行业第一)'],
    ['仓库', 3, 'unsaid 0: 仓库 (仓库)'],
  ])('%s is not what line %i says', (text, line, expected) => {
    expect(weak(text, line)).toBe(expected);
  });

  test.each([
    ['机器人每天不可以搬运几百个箱子', 2, 'negated 0: 机器人每天不可以搬运几百个箱子 (不可以)'],
    ['客户能接受停机', 3, 'negated 0: 客户能接受停机 (不能接)'],
    ['用开源的调度框架，自己从头写', 4, 'negated 9: 自己从头写 (没有自己)'],
    ['加机器就行，用人工重新分拣箱子', 5, 'negated 6: 用人工重新分拣箱子 (不需要)'],
  ])('%s is the contrary', (text, line, expected) => {
    expect(weak(text, line)).toBe(expected);
  });

  test.each([
    // A double negation.
    ['客户不会不在意停机', 3],
    // A negation without 不.
    ['客户拒绝停机', 3],
    ['记录到这里中断，后面讲了什么，没有留下', 2],
  ])('%s cannot be told', (text, line) => {
    expect(weak(text, line)).toBeNull();
  });
});

describe('English', () => {
  test('words are compared by their stems', () => {
    expect(weak('Robots carrying boxes need no light', 2, ENGLISH, 'en')).toBeNull();
    expect(weak('A neighbour takes over when machines break', 3, ENGLISH, 'en')).toBeNull();
  });

  test('another line, an invented clause and a denial are found', () => {
    expect(weak('Robots carry boxes through the warehouse', 3, ENGLISH, 'en')).toBe(
      'unsaid 0: Robots carry boxes through the warehouse (Robots carry boxes through|warehouse)',
    );
    expect(weak('Robots carry boxes at night, which doubled the yearly profit', 2, ENGLISH, 'en')).toBe(
      'unsaid 28:  which doubled the yearly profit (which doubled|yearly profit)',
    );
    expect(weak('Customers can accept downtime', 3, ENGLISH, 'en')).toBe(
      'negated 0: Customers can accept downtime (cannot accept)',
    );
    expect(weak('The neighbour never takes over the work', 3, ENGLISH, 'en')).toBe(
      'negated 0: The neighbour never takes over the work (never takes)',
    );
  });
});

test('who says it supports nothing of what is said', () => {
  const found = weak('Mara Lindqvist explained that customers cannot accept downtime', 4, ENGLISH, 'en');
  expect(found).toMatch(/^unsaid 0: /);
  expect(weak('Mara Lindqvist explained that customers cannot accept downtime', 3, ENGLISH, 'en')).toBeNull();
});

// Most of such a statement is a name that no line contains.
test.each(['Zoe Anne Marsh-Linden', 'Émile Žižek-Šarić', 'Zoe O’Leary’s old team'])(
  '%s may say it',
  (name) => {
    const line = 'Each robot has its own nickname here.';
    expect(weak(`${name} said that robots deserve nickname badges`, 1, [line], 'en')).toBeNull();
  },
);

test('the record is what a statement is about, but not in a meeting about recordings', () => {
  const said = 'Nobody wants names to stay in the recording';
  expect(weak(said, 2, ENGLISH, 'en')).toBeNull();
  const about = [
    'The recording starts.',
    'We keep each recording.',
    'A recording is a file.',
    'The recording ends.',
  ];
  expect(weak(said, 2, [...ENGLISH, ...about], 'en')).toMatch(/^unsaid 0: /);
});

test('a summary in another language than the transcript is not judged by its words', () => {
  expect(weak('Robots carry boxes through the warehouse', 2, CHINESE, 'en')).toBeNull();
  expect(weak('机器人每天可以搬运几百个箱子', 2, ENGLISH, 'zh-CN')).toBeNull();
});

test('lines beyond the transcript support nothing', () => {
  const claim = { text: '机器人每天可以搬运几百个箱子', lang: 'zh' };
  expect(findWeakSupport(claim, { lines: CHINESE }, [{ first: 90, last: 99 }])?.type).toBe('unsaid');
});
