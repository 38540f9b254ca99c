import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Finding,
  type FindingArgs,
  type FindingCode,
  toMessage,
} from '../../../src/findings/finding.ts';
import type { MeantMarkup } from '../../../src/findings/messages/markup-messages.ts';
import { ARGS, KNOWN, SLIDE } from './message-args.ts';

const CODES = Object.keys(ARGS) as FindingCode[];

const messageOf = <C extends FindingCode>(code: C, args: FindingArgs[C] = ARGS[code]) =>
  toMessage({ code, args } as unknown as Finding);

describe('each finding says what, why and what to write instead', () => {
  it.each(CODES)('%s', (code) => {
    const { what, why, fix } = messageOf(code);
    for (const sentence of [what, why]) {
      expect(sentence).toMatch(/^[A-Z"#[L0-9<c黄a].*[.?]$/u);
      expect(sentence).not.toMatch(/undefined|null|\[object|\n/);
    }
    // A fix may end with text to type.
    expect(fix).toMatch(/^[A-Z].*[."']$/u);
    expect(fix).not.toMatch(/undefined|null|\[object|\n/);
  });

  it('and no two say the same', () => {
    const all = CODES.map((code) => messageOf(code).what);
    expect(new Set(all).size).toBe(CODES.length);
  });

  it('and all of the wording is here', () => {
    const tables = [
      'file',
      'yaml',
      'front-matter',
      'markup',
      'picture',
      'foreign',
      'citation',
      'slide',
      'advice',
    ];
    const rows = tables.flatMap((name) => {
      const url = new URL(`../../../src/findings/messages/${name}-messages.ts`, import.meta.url);
      return [...readFileSync(url, 'utf8').matchAll(/^ {2}'([\w-]+)': (?:\{|onSlide,)$/gm)].map(
        ([, code]) => code,
      );
    });
    expect(rows.sort()).toEqual([...CODES].sort());
  });
});

describe('wording follows the facts', () => {
  it.each<[string, string, string]>([
    ['a suggestion', messageOf('unknown-key').what, 'There is no field "titel" here. Did you mean "stats"?'],
    [
      'pictures that PowerPoint lacks',
      messageOf('slide-failed', { ...SLIDE, problem: 'picture-lost', detail: 'a picture is missing' }).what,
      `The PowerPoint file of ${SLIDE.deck} is incomplete: a picture is missing.`,
    ],
    [
      'no suggestion',
      messageOf('unknown-key', { ...KNOWN, key: 'x', suggestion: null }).what,
      'There is no field "x" here.',
    ],
    ['an item of a list', messageOf('wrong-type').what, 'Item 1 of "facts" should be text, but is a list.'],
    [
      'the whole front matter',
      messageOf('wrong-type', { field: '', expected: 'fields', found: 'a list' }).what,
      'The front matter should be fields, but is a list.',
    ],
    ['a value with double quotes', messageOf('yaml-unquoted', { text: `"a" it's` }).fix, `Write '"a" it''s'`],
    ['a value without', messageOf('yaml-unquoted').fix, 'Write "a: b"'],
    ['an empty cell', messageOf('not-a-number', { text: '' }).what, 'A cell of this row is empty.'],
    [
      'no transcript to look it up in',
      messageOf('citation-outside', { text: 'L0', lines: null }).what,
      'L0 cites a transcript, but there is none.',
    ],
    [
      'one file',
      messageOf('file-ignored', { path: 'content/a.md', others: 0 }).what,
      'content/a.md is not read.',
    ],
    [
      'one file more',
      messageOf('file-ignored', { path: 'content/a.md', others: 1 }).what,
      'content/a.md is not read, nor is 1 other file.',
    ],
    [
      'one statement',
      messageOf('citations-unchecked', { source: 'a.txt', count: 1 }).what,
      '1 cited statement was not checked: the transcript a.txt is missing.',
    ],
    ['a size', messageOf('file-too-large').what, "The file is 5.0 MB long; a summary's may be 2.0 MB."],
  ])('%s', (_, actual, expected) => {
    expect(actual).toBe(expected);
  });

  it.each<[MeantMarkup, string]>([
    ['heading', '##a'],
    ['list', '\u2022 a'],
    ['numbered list', '1\u3001a'],
    ['quote', '\uFF1E a'],
    ['table', '| a |'],
    ['code fence', '\u00B7\u00B7\u00B7'],
    ['comment', '<!-- a -->'],
    ['image', '![[a]]'],
    ['bold text', '**\u201Ca\u201D**b'],
    ['kind', '{stats}'],
  ])('a backslash helps only in front of an ASCII sign: %s', (meant, text) => {
    const { fix } = messageOf('markup-malformed', { text, meant });
    expect(fix.endsWith('put a backslash before it.')).toBe(/^[!-~]/.test(text) && !/^\d/.test(text));
  });

  it('a long text is cut', () => {
    const { what } = messageOf('markup-malformed', { text: `##${'a'.repeat(90)}`, meant: 'heading' });
    expect(what).toBe(`"##${'a'.repeat(38)}\u2026" looks like a heading, but is read as text.`);
  });
});
