import { describe, expect, it, test } from 'vitest';
import { fixContent } from '../../src/advice/fix-content.ts';
import { readContent } from '../../src/content/read/read.ts';
import { finding, toMessage } from '../../src/findings/finding.ts';
import { compileMeetup } from '../compile-meetup.ts';
import { bodyFindings, check, TALK_HEAD, tempMeetup } from './temp-meetup.ts';

const NBSP = '\u00A0';

/** A talk's body before and after `--fix`. */
function fixed(body: string): string | undefined {
  using meetup = tempMeetup({ 'talks/01-huang.md': TALK_HEAD + body });
  const content = readContent(meetup.root);
  const errorsOf = (files: typeof content) =>
    compileMeetup(
      Object.fromEntries(
        [files.event, ...files.talks, ...files.exchanges].flatMap((file) =>
          file ? [[file.path, file.text]] : [],
        ),
      ),
    ).findings.filter(({ severity }) => severity === 'error');
  return fixContent(content, errorsOf)[0]?.after.slice(TALK_HEAD.length);
}

describe('a no-break space beside a sign of Markdown', () => {
  it.each([
    ['a heading', `## 一\n\n- x\n\n##${NBSP}二\n\n- y\n`, '10:1 markup-malformed'],
    ['a list', `## 一\n\n-${NBSP}x\n-${NBSP}y\n`, '8:1 markup-malformed'],
    ['a numbered list', `## 一\n\n1.${NBSP}x\n2.${NBSP}y\n`, '8:1 markup-malformed'],
    ['a list within a list', `## 一\n\n- x\n${NBSP}${NBSP}- y\n`, '9:3 markup-malformed'],
  ])('%s', (_, body, place) => {
    expect(bodyFindings(body)).toEqual([place]);
    expect(fixed(body)).toBe(body.replaceAll(NBSP, ' '));
  });

  it('says which space it is', () => {
    const { fix } = toMessage(
      finding('a.md', { line: 1, column: 1, length: 3 }, 'markup-malformed', {
        text: `-${NBSP}x`,
        meant: 'list',
      }),
    );
    expect(fix).toMatch(/^Replace the no-break space, which/);
  });
});

test('a no-break space after the colon of a field is reported and fixed', () => {
  using meetup = tempMeetup({
    'talks/01-huang.md': `---\nspeaker: 黄东旭\ntitle:${NBSP}开源\ntakeaway：别怕\n---\n\n## 一\n\n- x\n`,
  });
  const found = check(meetup.root).filter(({ file }) => file.endsWith('01-huang.md'));
  expect(found.map((one) => [one.at.line, one.code, toMessage(one).what])).toEqual([
    [
      3,
      'yaml-colon',
      '"title" must be followed by a plain colon and a plain space; this is a no-break space, which Option and the space bar type on a Mac.',
    ],
    [
      4,
      'yaml-colon',
      '"takeaway" must be followed by a plain colon and a plain space; this colon is from a Chinese keyboard (：).',
    ],
  ]);
  expect(found.map((one) => one.edits?.map(({ text }) => text))).toEqual([[': '], [': ']]);
});

describe('an address that is not a link', () => {
  it.each([
    ['[a](https://a.example/my page)', '[a](https://a.example/my%20page)'],
    ['[a](./my file.pdf)', '[a](./my%20file.pdf)'],
    ['[a]（https://a.example/x）', '[a](https://a.example/x)'],
  ])('%s', (typed, right) => {
    expect(bodyFindings(`\n## 一\n\n- ${typed}\n`)).toEqual(['9:3 markup-malformed']);
    expect(fixed(`\n## 一\n\n- ${typed}\n`)).toBe(`\n## 一\n\n- ${right}\n`);
  });

  it.each(['[1](see below)', '`[a](https://a.example/a b)`', 'f[i](x, y)'])('but text: %s', (typed) => {
    expect(bodyFindings(`\n## 一\n\n- ${typed}\n`)).toEqual([]);
  });

  it('is a link where it names a heading in its own words', () => {
    expect(bodyFindings('\n## 一 二\n\n- [a](#一 二) [b](#三 四)\n')).toEqual(['9:17 link-target-missing']);
  });
});
