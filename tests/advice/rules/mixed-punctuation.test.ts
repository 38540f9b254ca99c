import { describe, expect, test } from 'vitest';
import { adviceOf, adviceOn, bodyAdvice, englishAdvice } from './advice-of.ts';

function rightOf(event: string): string | undefined {
  const [found] = adviceOn({ 'event.md': event }).filter(({ code }) => code === 'mixed-punctuation');
  return found?.code === 'mixed-punctuation' ? found.args.right : undefined;
}

describe('half-width in Chinese', () => {
  test.each([
    ['a comma', '- \u7528,\u505A', '8:4+1'],
    ['a comma with a blank', '- \u7528, \u505A', '8:4+2'],
    ['a comma behind a name', '- TiDB,\u505A', '8:7+1'],
    ['a colon', '- \u65F6\u95F4:10:30', '8:5+1'],
    ['a semicolon', '- \u7528;\u505A', '8:4+1'],
    ['a question mark', '- \u5417?', '8:4+1'],
    ['two signs', '- \u5417?!', '8:4+1'],
    ['a stop', '- \u7528\u4E86.', '8:5+1'],
    ['brackets around Chinese', '- TiDB (\u6570\u636E\u5E93)', '8:7+2'],
    ['brackets behind Chinese', '- \u9EC4\u4E1C\u65ED(PingCAP)', '8:6+1'],
    ['bold text', '- **\u7528**,\u505A', '8:8+1'],
  ])('%s', (_, body, at) => {
    expect(bodyAdvice('mixed-punctuation', `## a\n\n${body}\n`)[0]).toBe(at);
  });

  test.each([
    ['a decimal, a time, thousands', '- \u7528 3.5 \u5C0F\u65F6\uFF0C10:30 \u5230\uFF0C1,700 \u4E2A'],
    ['between Latin words', '- Kafka, Spark \u548C MongoDB'],
    ['brackets around a name, with blanks', '- \u9EC4\u4E1C\u65ED (PingCAP) \u8BF4'],
    ['a file name', '- \u89C1 README.md \u548C v1.2'],
    ['an ellipsis', '- \u7B49\u7B49...'],
    ['code', '- `\u7528,\u505A`'],
    ['an address', '- \u89C1 https://a.cn/\u7528,\u505A?\u4E00'],
    ['where a link leads', '- [\u7528](#\u7528,\u505A)'],
    ['a citation', '- \u7528 [L1, L2]'],
    ['a list number', '1. \u7528\n2. \u505A'],
    ['a bracket alone', '- \u7528 1) \u505A'],
    ['full-width punctuation', '- \u7528\uFF0C\u505A\uFF08\u4E00\uFF09\u3002'],
  ])('not %s', (_, body) => {
    expect(bodyAdvice('mixed-punctuation', `## a\n\n${body}\n`)).toEqual([]);
  });

  test('blanks that are too many go with it', () => {
    const event = (title: string) => `---\ntitle: ${title}\nlang: zh-CN\nhost: \u5218\u8D85\n---\n`;
    expect(rightOf(event('\u53C2\u6570\u91CF (\u4EBF) \u503C'))).toBe(
      '\u53C2\u6570\u91CF\uFF08\u4EBF\uFF09\u503C',
    );
    expect(rightOf(event('\u7528, \u505A'))).toBe('\u7528\uFF0C\u505A');
  });
});

describe('full-width in English', () => {
  test.each([
    ['a comma', '- One\uFF0Ctwo', '8:6+1'],
    ['brackets', '- One\uFF08two\uFF09three', '8:6+1'],
    ['a stop at the end', '- One two\u3002', '8:10+1'],
  ])('%s', (_, body, at) => {
    expect(englishAdvice('mixed-punctuation', `## a\n\n${body}\n`)[0]).toBe(at);
  });

  test.each([
    ['a Chinese quote', '- They said \u4F60\u597D\uFF0C\u4E16\u754C\u3002'],
    ['Chinese in front', '- \u9EC4\u4E1C\u65ED\uFF1A yes'],
    ['half-width beside Chinese', '- \u9EC4\u4E1C\u65ED, yes'],
  ])('not %s', (_, body) => {
    expect(englishAdvice('mixed-punctuation', `## a\n\n${body}\n`)).toEqual([]);
  });

  test('gets the blanks that half-width signs need', () => {
    expect(
      rightOf('---\ntitle: One\uFF0Ctwo\uFF08six\uFF09four\uFF01\nlang: en\nhost: \u5218\u8D85\n---\n'),
    ).toBe('One, two (six) four!');
  });
});

test('Japanese and Korean have both', () => {
  for (const lang of ['ja', 'ko']) {
    const event = `---\ntitle: \u7528,\u505A One\uFF0Ctwo\nlang: ${lang}\nhost: \u5218\u8D85\n---\n`;
    expect(adviceOf('mixed-punctuation', { 'event.md': event })).toEqual([]);
  }
});

test('nothing is said where the language is not known', () => {
  const talk =
    '---\nspeaker: \u9EC4\u4E1C\u65ED\ntitle: One\uFF0Ctwo\ntakeaway: \u7528,\u505A\n---\n\n## a\n\n- b\n';
  expect(adviceOf('mixed-punctuation', { 'event.md': null, 'talks/01-huang.md': talk })).toEqual([]);
});
