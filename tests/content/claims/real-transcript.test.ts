import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkClaim, parseTranscript } from '../../../src/content/claims/check-claim.ts';

/** The meetup's transcript is kept outside of the repository. */
const folder = new URL('../../../../shared/source/', import.meta.url);
const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.txt')) : undefined;

describe.skipIf(file === undefined)('the real transcript (skipped without ../shared/source)', () => {
  const transcript = parseTranscript(file === undefined ? '' : readFileSync(new URL(file, folder), 'utf8'));

  test.each([
    ['2013 年创办乐动力', 15, 15, ['number 2013']],
    ['日活用户 100 多万', 31, 31, []],
    ['PingCAP 累计融资超过 7600 万美元', 61, 61, []],
    ['PingCAP 累计融资超过 0.76 亿美元', 61, 61, []],
    ['PingCAP 累计融资超过 7600 美元', 61, 61, ['number 7600']],
    ['成立 5 年,员工 260 人', 65, 65, []],
    ['成立 5 年,员工 206 人', 65, 65, ['number 206']],
    ['Turing-NLG 有 170 亿参数,GPT-3 有 1700 亿', 143, 143, []],
    ['GPT-3 有 17000 亿参数', 143, 143, ['number 17000 亿']],
    ['GPT-4 有 1700 亿参数', 143, 143, ['name GPT-4']],
    ['节省 2-10 倍开销,性能提升 10 倍', 169, 169, []],
    ['节省 2-20 倍开销', 169, 169, ['number 20']],
    ['入围 GitHub 最有价值的 100 个项目', 159, 159, []],
    ['找出 TensorFlow 90% 用户的痛点', 275, 275, []],
    ['找出 PyTorch 80% 用户的痛点', 275, 275, ['name PyTorch', 'number 80%']],
    ['每月给 Apple 5 到 10 美元', 365, 365, []],
    ['A 轮、B 轮之后遇到 BAT', 51, 57, []],
  ])('%s [L%d-%d]', (text, first, last, expected) => {
    const found = checkClaim({ text, lang: 'zh-CN' }, transcript, [{ first, last }]);
    expect(found.map((item) => `${item.type} ${item.text}`)).toEqual(expected);
  });
});
