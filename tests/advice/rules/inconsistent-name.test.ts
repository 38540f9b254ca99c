import { describe, expect, test } from 'vitest';
import { adviceOn, ENGLISH } from './advice-of.ts';

const CHINESE = ENGLISH.replace('lang: en', 'lang: zh-CN');

/** Inconsistent spellings, each with the correct one; `*` if --fix corrects it. */
function namesIn(event: string, body: string, fields = ''): readonly string[] {
  const talk = `---\nspeaker: \u9EC4\u4E1C\u65ED\n${fields}title: a\ntakeaway: a\n---\n\n## a\n\n${body}\n`;
  return adviceOn({ 'event.md': event, 'talks/01-huang.md': talk }).flatMap((found) =>
    found.code === 'inconsistent-name'
      ? [`${found.args.text} > ${found.args.right}${found.edits ? '*' : ''} ${found.args.known}`]
      : [],
  );
}

const glossary = (event: string, ...names: readonly string[]) =>
  event.replace('---\n', `---\nglossary: [${names.join(', ')}]\n`);

describe('the glossary', () => {
  const event = glossary(
    CHINESE,
    'PingCAP',
    'TiDB',
    'GPT-3',
    'OneFlow',
    'Atypical Ventures',
    '\u5FAE\u8F6F\u7814\u7A76\u9662',
  );
  test.each([
    ['case', '- \u7528 PingCap', 'PingCap > PingCAP* glossary'],
    ['a blank', '- Ping CAP \u505A', 'Ping CAP > PingCAP* glossary'],
    ['no blank', '- AtypicalVentures \u505A', 'AtypicalVentures > Atypical Ventures* glossary'],
    ['no hyphen', '- GPT3 \u505A', 'GPT3 > GPT-3* glossary'],
    ['a blank for a hyphen', '- GPT 3 \u505A', 'GPT 3 > GPT-3* glossary'],
    ['a letter off', '- OneFlaw \u505A', 'OneFlaw > OneFlow glossary'],
    ['two letters swapped', '- OneFlwo \u505A', 'OneFlwo > OneFlow glossary'],
    [
      'a blank in a Chinese name',
      '- \u5FAE\u8F6F \u7814\u7A76\u9662',
      '\u5FAE\u8F6F \u7814\u7A76\u9662 > \u5FAE\u8F6F\u7814\u7A76\u9662* glossary',
    ],
    ['in bold, a note, a table', '- **tidb** \u505A', 'tidb > TiDB* glossary'],
  ])('%s', (_, body, found) => {
    expect(namesIn(event, body)).toEqual([found]);
  });

  test('a name that marks part has no edit', () => {
    expect(namesIn(event, '- Ping**Cap** \u505A')).toEqual(['PingCap > PingCAP glossary']);
  });

  test.each([
    ['the right writing', '- PingCAP\u3001TiDB \u548C GPT-3'],
    [
      'code, addresses, where links lead',
      '- `tidb` <https://tidb.io> [a](https://pingcap.com/tidb) pingcap.com @pingcap tidb/tikv',
    ],
    ['other names', '- Ping \u548C CAP\uFF0CTiFlash\uFF0CGPT-4\uFF0CUneFlow'],
    ['a plural', '- OneFlows'],
  ])('not %s', (_, body) => {
    expect(namesIn(event, body)).toEqual([]);
  });

  test('goes before front matter', () => {
    expect(namesIn(glossary(CHINESE, 'PingCAP'), '- PingCAP', 'org: PingCap\n')).toEqual([
      'PingCap > PingCAP* glossary',
    ]);
  });
});

describe('front matter', () => {
  test('knows speakers and organisations', () => {
    expect(namesIn(CHINESE, '- oneflow \u548C OneFlow', 'org: OneFlow\n')).toEqual([
      'oneflow > OneFlow* front matter',
    ]);
    expect(namesIn(CHINESE, '- \u9EC4\u4E1C \u65ED \u8BF4')).toEqual([
      '\u9EC4\u4E1C \u65ED > \u9EC4\u4E1C\u65ED* front matter',
    ]);
  });

  test('knows no name that is Chinese in part', () => {
    const body = '- 13 \u4EBA\uFF0C13 \u5E74';
    expect(namesIn(CHINESE, body, 'org: \u963F\u91CC Cloud 13\n')).toEqual([]);
  });

  test('gives the correct spelling of what is in it', () => {
    expect(namesIn(CHINESE, '- \u7528 codis\n- \u7528 codis', 'role: \u5199 Codis\n')).toEqual([
      'codis > Codis* front matter',
      'codis > Codis* front matter',
    ]);
  });
});

describe('the commonest writing', () => {
  test('is right', () => {
    expect(namesIn(CHINESE, '- \u7528 Github\n- \u7528 GitHub\n- \u7528 GitHub')).toEqual([
      'Github > GitHub frequency',
    ]);
    expect(namesIn(ENGLISH, '- We use Github\n- We use GitHub\n- We use GitHub')).toEqual([
      'Github > GitHub frequency',
    ]);
  });

  test('of two that are as common the one with more capitals is', () => {
    expect(namesIn(CHINESE, '- \u7528 paddle\n- \u7528 Paddle')).toEqual(['paddle > Paddle frequency']);
  });

  test('counts the singular of a plural', () => {
    expect(namesIn(CHINESE, '- \u7528 GPUs\n- \u7528 gpu\n- \u7528 GPU')).toEqual(['gpu > GPU frequency']);
  });

  test.each([
    ['a capital at the start of a sentence', CHINESE, '- Feature \u5F88\u591A\n- \u63D0\u4EA4 feature'],
    [
      'a capital at the start of an English sentence',
      ENGLISH,
      '- Reading is good\n- We like reading\n- The room. Reading helps',
    ],
    [
      'English phrases in Chinese',
      CHINESE,
      '- \u8BD5\u7528 The Live Editor\uFF0C\u518D\u7528 a live editor \u548C the end',
    ],
    ['words in capitals', ENGLISH, '- We NEVER stop\n- We Never stop\n- For US and for Us'],
    ['a heading in title case', ENGLISH, '- b\n\n## How We Do It\n\n- We do it with IT'],
    ['code and addresses', CHINESE, '- \u7528 TiDB \u548C `tidb` \u89C1 tidb.io \u548C https://tidb.io'],
    ['numbers with units', CHINESE, '- \u7528 5MB \u548C 5 mb'],
  ])('not %s', (_, event, body) => {
    expect(namesIn(event, body)).toEqual([]);
  });
});

describe('words that look like names', () => {
  test.each([
    ['small letters in English', 'Apple', '- An apple a day'],
    ['the same, glossary of two words', 'One Flow', '- There is one flow of data'],
    ['a word near a name at the start of a sentence', 'Marianne', '- Marianna came'],
  ])('not %s', (_, name, body) => {
    expect(namesIn(glossary(ENGLISH, name), body)).toEqual([]);
  });

  test('but a name with capitals inside is one', () => {
    expect(namesIn(glossary(ENGLISH, 'PingCAP'), '- We use pingcap')).toEqual([
      'pingcap > PingCAP* glossary',
    ]);
  });
});
