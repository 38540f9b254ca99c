import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../src/drafting/clauses.ts';
import { isAnnouncement, isCourtesy } from '../../src/drafting/courtesies.ts';
import { findEnumerations } from '../../src/drafting/enumerations.ts';
import { findFigures } from '../../src/drafting/figures.ts';
import { questionOf } from '../../src/drafting/question.ts';
import { plant } from '../../src/drafting/rank/forest.ts';
import { tidy } from '../../src/drafting/typography.ts';
import { growForest } from '../bench/drafts/grow-forest.ts';
import { saidOf } from './read-said.ts';

function listsIn(lang: string, ...lines: readonly string[]): readonly string[] {
  return findEnumerations(saidOf(lines), lang).map(
    ({ start, items }) => `${start}: ${items.map(({ text }) => text).join(' / ')}`,
  );
}

describe('enumerations', () => {
  test.each([
    [
      'within a line',
      ['有三个好处，一个是人员多，第二是更成熟，第三是能快速迭代。'],
      ['1: 人员多 / 更成熟 / 能快速迭代'],
    ],
    ['by digits', ['1.新的人群。比如快手。', '2.新的市场。比如海外。'], ['1: 新的人群 / 新的市场']],
    [
      'an item behind a few words',
      ['第一种关系是合作的关系。', '第二种有可能会成为竞争。', '所以我们还有第三种模式，就是一起卖给客户。'],
      ['1: 合作的关系 / 有可能会成为竞争 / 一起卖给客户'],
    ],
    [
      'a remark on the first item is none',
      ['第一个条件你先在大公司做过。', '第一条，还有我刚才没讲。', '第二个条件要有技术领先性。'],
      ['1: 你先在大公司做过 / 要有技术领先性'],
    ],
    [
      'the main clause, where both are too long',
      [
        '第一种当核心的数据库出现了性能瓶颈、并发瓶颈和数据量瓶颈的时候，可以无缝迁移到新的系统去支撑业务的快速增长。',
        '第二是做实时分析。',
      ],
      ['1: 可以无缝迁移到新的系统去支撑业务的快速增长 / 做实时分析'],
    ],
    [
      'what an announced item is, and the end of a sentence that one clause makes whole',
      [
        '第一点我们内部有个指标，看到说明的人想要部署起来一定要在十分钟之内装好，马上就可以玩起来。',
        '第二是它本身是一个分布式的架构，所以可利用整个集群计算资源去做数据实时的分析。',
      ],
      [
        '1: 看到说明的人想要部署起来一定要在十分钟之内装好，马上就可以玩起来 / 它本身是一个分布式的架构，所以可利用整个集群计算资源去做数据实时的分析',
      ],
    ],
    [
      'no list of versions, years and places',
      ['第一年我们没有客户，第二年有了三家。', '第一家客户是银行，第二家是保险。'],
      [],
    ],
    ['one item is no list', ['第一点是效率。后来我们就做别的了。'], []],
  ])('%s', (_, lines, expected) => {
    expect(listsIn('zh-CN', ...lines)).toEqual(expected);
  });

  test('in English', () => {
    expect(
      listsIn(
        'en',
        'There are two ways to do it. The first one is to buy more disks. The second is that you delete what nobody reads.',
        'It was the first time that we saw this. The second version was better.',
      ),
    ).toEqual(['1: To buy more disks / You delete what nobody reads']);
  });
});

describe('figures', () => {
  test.each([
    ['合同收入超过1000万', ['超过1000万 合同收入']],
    ['从公司诞生到现在正好5年', ['正好5年 从公司诞生到现在']],
    ['没超过10年历史', []],
    ['训练时间不到3天', []],
    ['提升了80%到90%', []],
    ['有2倍、3倍的提升', []],
    ['如果你一年挣1亿美金', []],
    ['其实在5年前我们刚开始创业', []],
    ['入围了100个最有价值的项目之一', []],
    ['能不能在10分钟完成呢', []],
    ['2016年我离职了', []],
  ])('%s', (said, expected) => {
    const figures = findFigures(clausesOf([{ line: 1, text: said }], 'zh-CN'), 'zh');
    expect(figures.map(({ value, label }) => `${value} ${label}`)).toEqual(expected);
  });

  test.each([
    ['The bill of our cluster went down by 40%.', ['40% The bill of our cluster went down']],
    ['It did not take 3 months.', []],
    ['It takes between 3 and 5 days.', []],
    ['We now serve more than 200 million users.', []],
  ])('%s', (said, expected) => {
    const figures = findFigures(clausesOf([{ line: 1, text: said }], 'en'), 'en');
    expect(figures.map(({ value, label }) => `${value} ${label}`)).toEqual(expected);
  });
});

describe('questions', () => {
  test.each([
    ['首先谢谢分享。请问各位是怎么平衡技术和收入的/strong>', '各位是怎么平衡技术和收入的'],
    ['我听了很受启发。我想问的问题是，云厂商怎么看待开源软件？', '云厂商怎么看待开源软件？'],
    [
      '如果长期接受这种项目，可能会变成外包公司。这时应该如何选择？',
      '如果长期接受这种项目，可能会变成外包公司。这时应该如何选择？',
    ],
    ['大家好，我是小李。', null],
    ['做产品的先决条件有哪些特别想听老王的回答。', '做产品的先决条件有哪些'],
    ['请问这个软件的商业模式是什么我觉得这个问题非常好回答。', '这个软件的商业模式是什么'],
    ['特别想听听你对开源的看法是什么？', '特别想听听你对开源的看法是什么？'],
    ['请问大家觉得这个问题应该如何解决？', '大家觉得这个问题应该如何解决？'],
  ])('%s', (said, expected) => {
    expect(questionOf([{ line: 4, text: said }], 'zh-CN')?.text ?? null).toBe(expected);
  });

  test('in English', () => {
    const said =
      'Thanks, great talk. So my question is, how do you keep the index small? Does that make sense?';
    expect(questionOf([{ line: 4, text: said }], 'en')?.text).toBe('How do you keep the index small?');
  });
});

describe('what never becomes a point', () => {
  test.each([
    '谢谢大家',
    '大家晚上好，很高兴来分享',
    '下面有请王老师上台',
    '请东旭来问下一个问题',
    '我觉得这个问题非常好',
  ])('%s', (text) => {
    expect(isCourtesy(text, 'zh')).toBe(true);
  });

  test.each([
    '我简单说几点优点',
    '主要有两种应用场景',
    '这里面有七种模式',
    '创业的先决条件包括如下几个方面',
    '第二点是效率',
    '我举个例子',
  ])('%s', (text) => {
    expect(isAnnouncement(text, 'zh')).toBe(true);
  });

  test.each([
    'Thank you very much',
    'Good morning everyone',
    'Can you hear me',
    "Let's move on to the next slide",
  ])('%s', (text) => {
    expect(isCourtesy(text, 'en')).toBe(true);
  });
});

describe('typography', () => {
  test.each([
    ['PingCAP或TiDB,两者(都是)开源的?', 'PingCAP 或 TiDB，两者（都是）开源的？'],
    ['用C++写,快了10%左右', '用 C++ 写，快了 10% 左右'],
    ['见[L12]和(L30-32)', '见〔L12〕和〔L30-32〕'],
  ])('%s', (text, expected) => {
    expect(tidy(text, 'zh')).toBe(expected);
  });
});

test('a forest finds what it was grown on', () => {
  const rows = Array.from({ length: 400 }, (_, index) => {
    const features = [index % 20, (index * 7) % 13];
    return { features, goal: (features[0] ?? 0) > 9 ? 1 : 0, weight: 1 };
  });
  const predict = plant(growForest(rows, { trees: 20, depth: 2, rate: 0.3, leaf: 5, bins: 20 }));
  expect(predict([3, 5])).toBeCloseTo(0, 1);
  expect(predict([15, 5])).toBeCloseTo(1, 1);
});
