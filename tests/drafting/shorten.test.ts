import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHINESE_LEADS,
  CHINESE_WORDS,
  ENGLISH_LEADS,
  ENGLISH_WORDS,
  shorten,
} from '../../src/drafting/shorten.ts';

describe('shortening', () => {
  test.each([
    ['所以我觉得其实我们应该先做产品', '我们应该先做产品'],
    ['嗯，那么就是说这个系统能扩展', '这个系统能扩展'],
    ['但是，对于客户来说很重要', '对于客户来说很重要'],
    ['那些公司都失败了', '那些公司都失败了'],
    ['而且是开源的', '是开源的'],
    ['我们我们要把把产品做好', '我们要把产品做好'],
    ['一步一步走，天天向上，看看结果', '一步一步走，天天向上，看看结果'],
    ['我觉得不应该去赚这个钱', '不应该去赚这个钱'],
    ['所以好', '所以好'],
    ['因此能用', '因此能用'],
  ])('%s', (said, short) => {
    expect(shorten(said, 'zh')).toBe(short);
  });

  test.each([
    ['So, um, I think that we should ship it every week.', 'we should ship it every week.'],
    [
      'It is not really done, and it was actually the last one.',
      'It is not really done, and it was the last one.',
    ],
    ['That kind of bug is sort of hard to find.', 'That kind of bug is hard to find.'],
    ['We never actually measured the the latency.', 'We never actually measured the latency.'],
    ['It was very very slow, I said that that day.', 'It was very very slow, I said that that day.'],
    ['And so it goes', 'And so it goes'],
  ])('%s', (said, short) => {
    expect(shorten(said, 'en')).toBe(short);
  });

  test('no negation, condition or number is among the words that go', () => {
    const chinese = [...CHINESE_LEADS, ...CHINESE_WORDS].map(withoutConditions).join('|').replace('不过', '');
    expect(chinese).not.toMatch(/[不没未无别非若]|如果|假如|只要|除非|[0-9一二三四五六七八九十](?!句|直)/);
    const english = [ENGLISH_LEADS, ENGLISH_WORDS].map(withoutConditions).join('|');
    expect(english).not.toMatch(/\b(?:not|never|no|without|unless|if|hardly|only)\b/);
  });

  test.each(['zh', 'en'] as const)('only deletes (%s)', (script) => {
    const words =
      script === 'zh'
        ? '嗯|那么|所以|我觉得|就是说|我们|数据库|不|没有|10年|对吧|，|。|其实|TiDB|对于|呢|的话'.split('|')
        : 'so | um | I think | you know| , |the |database | not |really | kind of | actually| 10 |, |. '.split(
            '|',
          );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 20 }), (parts) => {
        const said = parts.join('');
        const short = shorten(said, script);
        let from = 0;
        for (const char of short.replace(/\s/g, '')) {
          from = said.indexOf(char, from) + 1;
          expect(from).toBeGreaterThan(0);
        }
        for (const kept of /10|不|没有|\bnot\b/g[Symbol.matchAll](said)) expect(short).toContain(kept[0]);
      }),
    );
  });
});

/** A list's patterns without their lookarounds. */
function withoutConditions(pattern: string): string {
  let rest = pattern;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/\(\?<?[=!](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '');
  }
  return rest;
}
