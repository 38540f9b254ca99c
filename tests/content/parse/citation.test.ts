import { describe, expect, it } from 'vitest';
import { cutCitations, findMalformedCitations, formatCitation } from '../../../src/content/parse/citation.ts';
import { readContent } from '../../../src/content/read/read.ts';
import { plainText } from '../../../src/content/summary/markup.ts';
import { bodyStatements } from '../../../src/content/summary/statements.ts';
import { validate } from '../../../src/content/validate/validate.ts';
import { bodyFindings, findingsOf, TALK, tempMeetup } from '../temp-meetup.ts';

/** The remaining text, and the cited lines. */
function cut(text: string): readonly [string, string] {
  const { text: rest, citations } = cutCitations(text, [text], { first: 1, last: 1 });
  return [rest, citations.map(formatCitation).join(' ')];
}

describe('a citation is cut out of the text', () => {
  it.each([
    ['a [L73]', 'a', 'L73'],
    ['a[L73]', 'a', 'L73'],
    ['a [L73] b', 'a b', 'L73'],
    ['a [L73-79]', 'a', 'L73-79'],
    ['a [L73-L79]', 'a', 'L73-79'],
    ['a [L73 - 79]', 'a', 'L73-79'],
    ['a [L73\u201379]', 'a', 'L73-79'],
    ['a [L73\u201479]', 'a', 'L73-79'],
    ['a [L73, L85-87]', 'a', 'L73 L85-87'],
    ['a [L73,L85]', 'a', 'L73 L85'],
    ['a [L73\uFF0CL85]', 'a', 'L73 L85'],
    ['a [L73\u3001L85]', 'a', 'L73 L85'],
    ['a [L73; L85]', 'a', 'L73 L85'],
    ['a [L73\uFF1BL85]', 'a', 'L73 L85'],
    ['a\u3000[L73]\u3002', 'a\u3002', 'L73'],
    ['a [L1] b [L2]', 'a b', 'L1 L2'],
    ['a [L79-73]', 'a', 'L79-73'],
  ])('%s', (text, rest, lines) => {
    expect(cut(text)).toEqual([rest, lines]);
  });

  it.each(['L73', '[L]', '[73]', '[La73]', '[L73 L79]', '[L12345678]', '(L73)'])('but not %s', (text) => {
    expect(cut(text)).toEqual([text, '']);
  });
});

describe('what was meant as a citation is found', () => {
  it.each([
    '[L73~79]',
    '[L73\uFF5E79]',
    '[L73\uFF0D79]',
    '[L73..79]',
    '[L73\u81F379]',
    '[L73 L79]',
    '[ L73 ]',
    '[l73]',
    '[\uFF2C73]',
    '[Lines 73-79]',
    '[line 73]',
    '\u3010L73-79\u3011',
    '\uFF3BL73\uFF3D',
    '(L73-79)',
    '\uFF08L73\uFF09',
    '[73-79]',
  ])('%s', (text) => {
    expect(findMalformedCitations(`a ${text} b`)).toEqual([text]);
  });

  it('every one of them', () => {
    expect(findMalformedCitations('[l1] and [l2]')).toEqual(['[l1]', '[l2]']);
  });

  it.each(['自动驾驶 (L4)', '\uFF08L2-L4\uFF09', '[73]', 'L73', '[List]', 'array[12]', '(2019-2020)'])(
    'but not %s',
    (text) => {
      expect(findMalformedCitations(text)).toEqual([]);
    },
  );
});

describe('a citation counts', () => {
  /** Each statement of a talk with the lines that it cites. */
  function cited(body: string): readonly string[] {
    using meetup = tempMeetup({ 'talks/01-huang.md': TALK.replace('- 想把公司做大\n', body) });
    const [talk] = validate(readContent(meetup.root)).meetup.talks;
    return (talk ? bodyStatements(talk) : []).map(
      ({ prose, citations }) => `${plainText(prose.inlines)} <- ${citations.map(formatCitation).join(' ')}`,
    );
  }

  it('for the whole section, in its heading', () => {
    expect(cited('- a\n\n## b [L2]\n\n- c\n- d [L3]\n').slice(2)).toEqual(['b <- L2', 'c <- L2', 'd <- L3']);
  });

  it('for its row, in a cell', () => {
    const table = '| 名 | 人 |\n|---|---|\n| a [L2] | 1 |\n| b | 2 |\n';
    expect(cited(table)).toEqual([
      '对手是谁 <- ',
      '名 <- ',
      '人 <- ',
      'a <- L2',
      '1 <- L2',
      'b <- ',
      '2 <- ',
    ]);
  });

  it('for what is nested in its item', () => {
    expect(cited('- a [L2]\n  - b\n    - c [L3]\n- d\n')).toEqual([
      '对手是谁 <- ',
      'a <- L2',
      'b <- L2',
      'c <- L3',
      'd <- ',
    ]);
  });

  it('behind a mark, and in front of a marker', () => {
    expect(cited('- **a [L2]** b\n\n## c [L4] {.points}\n\n- d\n').slice(1)).toEqual([
      'a b <- L2',
      'c <- L4',
      'd <- L4',
    ]);
  });
});

describe('a wrong citation is reported at its position', () => {
  it('in each place of a body', () => {
    const body = '\n## a [L0]\n\n- b\n  - c [L3-2]\n\n> d [L0]\n\n| e |\n|---|\n| f [L0] |\n';
    expect(bodyFindings(body)).toEqual([
      '7:6 citation-outside',
      '10:7 citation-reversed',
      '12:5 citation-outside',
      '16:5 citation-outside',
    ]);
  });

  it('in a folded text of front matter, on its line', () => {
    const takeaway = 'takeaway: >-\n  一\n  二 [L3-2]\n  三 [l4]';
    expect(findingsOf({ 'talks/01-huang.md': TALK.replace('takeaway: 别怕和巨头交手', takeaway) })).toEqual([
      'talks/01-huang.md:6:5 citation-reversed',
      'talks/01-huang.md:7:5 citation-malformed',
    ]);
  });

  it('in an item of a list of front matter', () => {
    const facts = 'facts:\n- "一 [L1]"\n- "二 [L0]"\ntakeaway';
    expect(findingsOf({ 'talks/01-huang.md': TALK.replace('takeaway', facts) })).toEqual([
      'talks/01-huang.md:6:6 citation-outside',
    ]);
  });
});
