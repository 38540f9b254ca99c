import { describe, expect, it } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { tempMeetup } from './temp-meetup.ts';

const BODY = '\n## S\n\n- P\n';
const FIELDS = 'speaker: A\ntitle: T\ntakeaway: K\n';

/** Codes of the findings, without advice, in a talk with this front matter. */
function codesOf(frontMatter: string): readonly string[] {
  using meetup = tempMeetup({
    'qa/01-start.md': null,
    'talks/01-huang.md': `---\n${frontMatter}---\n${BODY}`,
  });
  return compile(openProject(meetup.root)).findings.map(({ code }) => code);
}

describe('names of JavaScript are keys like others', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])('%s', (key) => {
    expect(codesOf(`${FIELDS}${key}:\n  polluted: yes\n`)).toEqual(['unknown-key']);
    expect(codesOf(`${FIELDS}? ${key}\n: { polluted: yes }\n`)).toEqual(['unknown-key']);
    expect('polluted' in {}).toBe(false);
  });

  it.each(['__proto__', 'constructor', 'toString'])('%s as a name and a title is a text', (name) => {
    const codes = codesOf(`speaker: ${name}\ntitle: ${name}\ntakeaway: ${name}\n`);
    // Markdown would read underscores around a word as emphasis.
    expect(codes.filter((code) => code !== 'markup-in-field')).toEqual([]);
  });
});

describe('what YAML has beside texts and lists is refused', () => {
  it.each([
    ['a tag that makes a function', `${FIELDS}org: !!js/function "return 1"\n`],
    ['a tag that makes an object', `${FIELDS}org: !!python/object:os.system x\n`],
    ['a binary', `${FIELDS}org: !!binary aGVsbG8=\n`],
    ['a merge key', `base: &b { org: X }\n<<: *b\n${FIELDS}`],
    ['two documents', `${FIELDS}...\n%TAG ! tag:x,2000:\n--- a\n`],
  ])('%s', (_, frontMatter) => {
    const codes = codesOf(frontMatter);
    expect(codes.length).toBeGreaterThan(0);
  });

  it('aliases that explode: all of it would never end', () => {
    const levels = Array.from(
      { length: 12 },
      (_, index) => `l${index + 1}: &l${index + 1} [${Array(9).fill(`*l${index}`).join(', ')}]\n`,
    );
    const codes = codesOf(`l0: &l0 x\n${levels.join('')}${FIELDS}`);
    expect(codes.length).toBeGreaterThan(0);
  });

  it('nesting ten thousand deep', () => {
    for (const deep of ['['.repeat(10_000), '{a: '.repeat(10_000), '- '.repeat(10_000)]) {
      expect(codesOf(`${FIELDS}org: ${deep}\n`).length).toBeGreaterThan(0);
    }
  });
});
