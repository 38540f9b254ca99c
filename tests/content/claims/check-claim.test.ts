import { describe, expect, test } from 'vitest';
import { type Claim, checkClaim, parseTranscript } from '../../../src/content/claims/check-claim.ts';
import { runs } from '../../deep.ts';
import { LINEAR, slowdown } from '../../slowdown.ts';

/** The unsupported parts of a claim, as written in it. */
function unsupported(claim: string | Partial<Claim>, evidence: string): readonly string[] {
  const whole = { text: '', lang: 'zh-CN', ...(typeof claim === 'string' ? { text: claim } : claim) };
  const transcript = parseTranscript(evidence);
  const found = checkClaim(whole, transcript, [{ first: 1, last: transcript.lines.length }]);
  for (const { index, text } of found) expect(whole.text.slice(index, index + text.length)).toBe(text);
  return found.map(({ type, text }) => `${type} ${text}`);
}

describe('numbers that the lines hold', () => {
  test.each([
    ['用户超过 1200 万', '有1200万用户'],
    ['用户超过 1200 万', '有0.12亿用户'],
    ['用户超过 1200 万', '有12,000,000个用户'],
    ['用户超过 1200 万', '有12\uff0c000\uff0c000个用户'],
    ['3 和 100', '3\uff0c100'],
    ['用户超过 1200 万', '有12\u2009000\u2009000个用户'],
    ['用户超过 1200 万', '有一千二百万用户'],
    ['用户超过１２００万', '有1200萬用户'],
    ['3000 万', '3000多万'],
    ['3000多万', '三千余万'],
    ['3000 多万,10 几个', '3000万、10'],
    ['1.2 亿', '一亿两千万'],
    ['1.2 亿', '1亿2000万'],
    ['10 亿', '十几亿'],
    ['100 万', '一百多万'],
    ['100 万', '超百万日活'],
    ['35000', '三万五'],
    ['305 人', '三百零五人'],
    ['3.5 亿', '三点五亿'],
    ['6 点', '早上六七点钟'],
    ['二三十万', '20万、30万'],
    ['5 亿', '500 million'],
    ['17B 参数', '170亿参数'],
    ['90%', '百分之九十'],
    ['90\uff05', '90%'],
    ['1.5 倍', '1\uff0e5倍'],
    ['100%', '百分之百'],
    ['百分之三', '3%'],
    ['第 3 条', '第三条'],
    ['1.0 时代', '1时代'],
    ['1.0 时代', '从1.0到2.0'],
    ['2-10 倍', '2倍到10倍'],
    ['20–30 万', '20万到30万'],
    ['20 万到 30 万', '20~30万'],
    ['20%-30%', '20-30%'],
    ['二十到三十万', '20万至30万'],
    ['2016 年', '二〇一六年'],
    ['2020 年 7 月 15 日', '2020.7.15'],
    ['5 美元', '给Apple5美元'],
    ['3 公里', '3千米'],
    ['10x, 5 GB, 100ms', '10倍 5G 100毫秒'],
    ['一些人统一口径,万一不行,千万别第一个说', ''],
    ['几百万人,数十家,上千次', ''],
    ['v2.0 版', '2.0版'],
  ])('%s <- %s', (claim, evidence) => {
    expect(unsupported(claim, evidence)).toEqual([]);
  });
});

describe('numbers that the lines do not hold', () => {
  test.each([
    ['170 个参数', '170亿参数', ['170']],
    ['170 亿参数', '170个参数', ['170 亿']],
    ['1200万', '1200', ['1200万']],
    ['90 个', '90%的人', ['90']],
    ['90% 的人', '90个人', ['90%']],
    ['2016 年', '16年', ['2016']],
    ['16 年', '2016年', ['16']],
    ['1,200', '1201、120、200', ['1,200']],
    ['1 和 200', '1,200', ['1', '200']],
    ['1.5 倍', '15倍、1倍、5倍', ['1.5']],
    ['0.1', '0.10000000000000001', ['0.1']],
    ['9007199254740993', '9007199254740992', ['9007199254740993']],
    ['三千万', '三千、万', ['三千万']],
    ['二十家,五百人', '20家,600人', ['五百']],
    ['十五倍', '十倍、五倍', ['十五']],
    ['十万人', '十人', ['十万']],
    ['1 亿', '上亿', []],
    ['100 个', '百度、百货、几百个', ['100']],
    ['1 次', '统一、一些、万一、一起', ['1']],
    ['1000 万', '千万别说', ['1000 万']],
    ['10 分', '十分好', ['10']],
    ['1100 万', '一千万一年', ['1100 万']],
    ['20-30 万', '20、30万', ['20']],
    ['2 倍,2 倍', '', ['2', '2']],
    ['20亿', '2B业务的20亿倍', []],
    ['2 亿', 'B2B', ['2 亿']],
    ['2.3', '1.2.3', ['2.3']],
  ])('%s <- %s', (claim, evidence, numbers) => {
    expect(unsupported(claim, evidence)).toEqual(numbers.map((number) => `number ${number}`));
  });
});

describe('the unit of a column', () => {
  test.each([
    ['170', '亿', '170亿', []],
    ['170', '亿', '170', ['number 170']],
    ['170', '亿', '17B', []],
    ['1,700', '亿参数', '1700亿', []],
    ['7600', '万美元', '7600万美元', []],
    ['7.6', '千万美元', '7600万美元', []],
    ['90', '%', '百分之九十', []],
    ['90', '%', '90', ['number 90']],
    ['5', '$M', '500万', []],
    ['170亿', '万', '170亿', []],
    ['90%', '亿', '90%', []],
    ['5', '年', '5年', []],
    ['5', '千克', '5千克', []],
  ])('%s in %s <- %s', (text, unit, evidence, expected) => {
    expect(unsupported({ text, unit }, evidence)).toEqual(expected);
  });
});

describe('names', () => {
  test.each([
    ['TiDB 很快', '和TiDB的关系', []],
    ['tidb 很快', '和TIDB的关系', []],
    ['TiDB 很快', '和TiKV的关系', ['TiDB']],
    ['Java', 'JavaScript', ['Java']],
    ['SQL', 'MySQL、SQL2', ['SQL']],
    ['Turing-NLG', 'Turing NLG', []],
    ['Turing-NLG', 'Turing-NLG', []],
    ['Turing-NLG', 'Turing和NLG', ['Turing-NLG']],
    ['GPT-3', 'GPT3', []],
    ['GPT-3', 'GPT-3.5', ['GPT-3']],
    ['GPT-3.5', 'GPT-3.5', []],
    ['GPT-35', 'GPT-3 5', ['GPT-35']],
    ['GPT', 'GPT-3', []],
    ['C++ 和 C#', 'C++和C#', []],
    ['C 语言', 'C++', ['C']],
    ['Node.js 与 AT&T', 'node.js、AT&T', []],
    ['AT&T', 'AT T', ['AT&T']],
    ['MySQL/Redis', 'Redis、MySQL', []],
    ['MySQL/Redis', 'MySQL', ['Redis']],
    ['A轮、B轮', 'A轮', ['B']],
    ['Web3 与 O2O', 'Web 3、O2O', []],
    ['Ｇoogle', 'Ｇｏｏｇｌｅ', []],
    ['Café', 'Cafe\u0301', []],
    ['Café', 'Cafe', ['Café']],
    ['GitHub', 'Github100个', []],
    ['TensorFlow', 'TensorFlow90%的用户', []],
    ['GPU', 'GPU3060卡', ['GPU']],
    ['A100 卡', 'A100卡', []],
    ['API', 'APIs', []],
    ['5G 与 3D', '3D、5', ['5G']],
    ['10x、5 GB、20 km/h、17B、v2', '10倍、5、20、170亿、2', []],
    ['⭐️ 好 1️⃣', '1', []],
  ])('%s <- %s', (claim, evidence, names) => {
    const said = unsupported(claim, evidence).map((found) => found.replace(/^(name|number) /, ''));
    expect(said).toEqual(names);
  });

  test('a name keeps its digits to itself', () => {
    expect(unsupported('GPT-3 有 3 个', 'GPT-4')).toEqual(['name GPT-3', 'number 3']);
    expect(unsupported('TensorFlow90%', 'PyTorch 80%')).toEqual(['name TensorFlow', 'number 90%']);
  });
});

describe('other languages', () => {
  test.each([
    ['Google grew fast', 'en', []],
    ['It grew. Then Google grew', 'en', ['name Google']],
    ['It grew: Google too', 'en', []],
    ['(“Growth” is all)', 'en', []],
    ['TiDB scales', 'en', ['name TiDB']],
    ["Mobike's fans and I", 'en', []],
    ["They love Mobike's bikes", 'en', ['name Mobike']],
    ['The CEOs of B2B', 'en-GB', ['name CEOs', 'name B2B']],
    ['An AI-powered, non-Google tool', 'en', ['name AI', 'name Google']],
    ['Das neue Produkt der Firma SAP', 'de', ['name SAP']],
    ['le géant Érable', 'fr', ['name Érable']],
    ['sold 10x for 5 million', 'en', ['number 10x', 'number 5 million']],
  ])('%s (%s)', (text, lang, expected) => {
    expect(unsupported({ text, lang }, '没有')).toEqual(expected);
  });

  test('every Latin word of Japanese and Korean is a name', () => {
    expect(unsupported({ text: 'cloudの時代', lang: 'ja' }, 'edge')).toEqual(['name cloud']);
    expect(unsupported({ text: 'cloud 시대', lang: 'ko-KR' }, 'edge')).toEqual(['name cloud']);
  });

  test('numbers and their units', () => {
    const text = 'Raised $76 million in 5 years, 90 percent in Asia';
    expect(unsupported({ text, lang: 'en' }, '5年融资7600万美元,Asia占百分之九十')).toEqual([]);
  });
});

describe('spans', () => {
  const transcript = parseTranscript('一 A\n二十 B\n三十 C\n');
  const check = (text: string, ...spans: { first: number; last: number }[]) =>
    checkClaim({ text, lang: 'zh' }, transcript, spans);

  test('only cited lines are evidence', () => {
    expect(check('20 B 30 C', { first: 2, last: 2 })).toEqual([
      { type: 'number', text: '30', index: 5 },
      { type: 'name', text: 'C', index: 8 },
    ]);
  });

  test('several spans, in any order, overlapping', () => {
    expect(check('A B C 20 30', { first: 2, last: 3 }, { first: 1, last: 2 })).toEqual([]);
  });

  test('parts outside of the transcript are ignored', () => {
    expect(check('C 30', { first: 3, last: 99 })).toEqual([]);
    expect(check('A', { first: -5, last: 1 })).toEqual([]);
    expect(check('A', { first: 50, last: 99 })).toEqual([{ type: 'name', text: 'A', index: 0 }]);
    expect(check('A', { first: -9, last: -1 })).toEqual([{ type: 'name', text: 'A', index: 0 }]);
    expect(check('A')).toEqual([{ type: 'name', text: 'A', index: 0 }]);
  });

  test('names and numbers end with their line', () => {
    expect(unsupported('Turing-NLG 170 亿', 'Turing\nNLG 170\n亿')).toEqual([
      'name Turing-NLG',
      'number 170 亿',
    ]);
  });
});

test.each(['1', '九', '一百', '1,234,', 'aB1', 'A-', '点一'])(
  '%j over and over is answered in time that is linear in its length',
  (unit) => {
    const answer = (text: string) => {
      unsupported('1 A', text);
      checkClaim({ text, lang: 'zh' }, parseTranscript('1 A'), [{ first: 1, last: 1 }]);
    };
    expect(slowdown(answer, unit, runs(80_000, 400_000))).toBeLessThan(LINEAR);
  },
  60_000,
);
