import { describe, expect, test } from 'vitest';
import { checkClaim } from '../../../src/content/claims/check-claim.ts';
import { LINEAR, slowdown } from '../../slowdown.ts';

function turned(text: string, line: string, lang = 'zh-CN'): readonly string[] {
  const found = checkClaim({ text, lang }, { lines: [line] }, [{ first: 1, last: 1 }]);
  return found.map((each) => `${each.type} ${each.text}`);
}

describe('numbers that a claim turns round', () => {
  test.each([
    ['框架有超过10年的历史', '这些框架到现在没超过10年历史', ['denied 10']],
    ['框架的历史没超过10年', '这些框架到现在没超过10年历史', []],
    ['10 年不到，已经换代', '这些框架到现在没超过10年历史', []],
    ['训练只要3天', '训练时间不到3天', ['denied 3']],
    ['训练不到3天', '训练时间不到3天', []],
    ['错误率降低 80%', '错误率降低了80%到90%', ['range 80%']],
    ['错误率最多降低 90%', '错误率降低了80%到90%', []],
    ['错误率降低 80%-90%', '错误率降低了80%到90%', []],
    ['节省 2 到 10 倍的开销', '2倍到10倍的节省开销、10倍的计算性能提升', []],
    ['计算性能提升 10 倍', '2倍到10倍的节省开销、10倍的计算性能提升', []],
    ['公司有 260 人', '我们不是小公司，整个公司260个员工', []],
    ['公司有 260 人', '没有一家像我们，公司有260个员工', []],
    ['不仅省了 5 天', '不仅省了5天', []],
    ['训练缩短到 3 天', '训练从5天缩短到3天', []],
    ['训练缩短到 3 天', '训练5天缩短到了3天', []],
    ['1.0 时代', '从1.0到2.0', []],
    ['模型 GPT-3', 'GPT-3 要训练3到5天', []],
    ['没有的数字 77', '不到3天', ['number 77']],
  ])('%s | %s', (text, line, expected) => {
    expect(turned(text, line)).toEqual(expected);
  });

  test.each([
    ['The move took 3 months', 'It did not take more than 3 months', ['denied 3']],
    ['The move took less than 3 months', 'It took less than 3 months', []],
    ['It costs 5 dollars', 'It costs 5 to 10 dollars', ['range 5']],
    ['It costs 5 dollars', 'It went from 5 to 10 dollars', []],
    ['It costs up to 10 dollars', 'It costs 5 to 10 dollars', []],
  ])('%s | %s', (text, line, expected) => {
    expect(turned(text, line, 'en')).toEqual(expected);
  });

  test('a number that is said all the time takes time in proportion', () => {
    const check = (text: string) =>
      checkClaim({ text: '10 年', lang: 'zh-CN' }, { lines: [text] }, [{ first: 1, last: 1 }]);
    expect(slowdown(check, '没超过10年，', 140_000)).toBeLessThan(LINEAR);
  });
});
