import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Finding,
  type FindingArgs,
  type FindingCode,
  toMessage,
} from '../../../src/findings/finding.ts';
import type { MeantMarkup } from '../../../src/findings/messages/markup-messages.ts';

const KNOWN = { suggestion: 'stats', known: ['stats', 'steps'] };

const SLIDE = { deck: 'a', slide: 2, picture: 'out/audit/a-02.png' };

/** One finding per code, with arguments as content would give them. */
const ARGS: FindingArgs = {
  'file-missing': { name: 'content/event.md' },
  'file-ignored': { path: 'content/huang.md', others: 2 },
  'foreign-file': { path: 'slides/vite.config.ts', isFolder: false },
  'no-talks': { folder: 'content/talks' },
  'file-refused': { because: 'link' },
  'file-too-large': { part: 'file', bytes: 5 * 1024 * 1024, limit: 2 * 1024 * 1024 },
  'invalid-utf8': { offset: 12 },
  'invalid-file-name': { slug: 'qa' },
  'front-matter-missing': {},
  'front-matter-unclosed': {},
  'front-matter-language': { language: 'js' },
  'yaml-syntax': { reason: 'Something is wrong' },
  'yaml-colon': { key: 'title' },
  'yaml-stray': {},
  'yaml-unquoted': { text: 'a: b' },
  'yaml-quote': {},
  'yaml-indent': {},
  'yaml-comment': { text: '#1' },
  'yaml-tab': {},
  'duplicate-key': { key: 'title' },
  'unknown-key': { key: 'titel', ...KNOWN },
  'missing-field': { field: 'title', example: 'a' },
  'empty-field': { field: 'title' },
  'wrong-type': { field: 'facts.0', expected: 'text', found: 'a list' },
  'invalid-date': { field: 'date', value: '2020' },
  'invalid-time': { field: 'time', value: '25:00' },
  'time-overlap': { title: 'a', time: '19:10', other: 'b', from: '19:00', until: '19:20' },
  'day-outside': { day: '2026-05-03', days: '2026-05-01 to 2026-05-02' },
  'invalid-lang': { value: 'zh_CN' },
  'no-labels': { lang: 'nl', known: ['zh', 'en'] },
  'wrong-choice': { field: 'theme', value: 'dark', ...KNOWN },
  'invalid-color': { field: 'paper', value: 'red' },
  'low-contrast': {
    field: 'ink',
    color: '#888888',
    paper: '#ffffff',
    ratio: 3.5,
    needed: 7,
    better: 'darker',
  },
  'font-unusable': { src: 'a.ttf', reason: 'it is not there' },
  'missing-glyph': { char: '\uE000', problem: { type: 'private' }, count: 1 },
  'unknown-option': { kind: 'stats', option: 'log' },
  'log-of-zero': { text: '0' },
  'unknown-person': { name: 'a', ...KNOWN },
  'duplicate-slug': { slug: 'a', other: 'content/talks/a.md' },
  'duplicate-person': { name: 'a', list: 'speakers' },
  'person-differs': { name: 'a', field: 'org', value: 'b', other: 'c', file: 'content/talks/a.md', line: 3 },
  'field-misplaced': { field: 'role' },
  'empty-body': { expected: '## ' },
  'text-before-section': { expected: '## ' },
  'heading-level': { level: 1, expected: 2, line: null },
  'empty-heading': {},
  'empty-section': { title: 'a' },
  'unknown-kind': { kind: 'stat', ...KNOWN },
  'kind-mismatch': { kind: 'bars', needs: 'one table', isWhole: false, found: 'list' },
  'not-a-number': { text: '12亿' },
  'ambiguous-number': { text: '1.200' },
  'unclosed-comment': {},
  'unclosed-fence': {},
  'markup-malformed': { text: '##a', meant: 'heading' },
  'html-as-text': { name: 'html', text: '<b>' },
  'slidev-markup': { name: 'slot', text: '::right::' },
  'marp-markup': { name: 'marpDirective', text: '_class: lead' },
  'reveal-markup': { name: 'below', text: '--' },
  'pandoc-markup': { name: 'fencedDiv', text: '::: tip' },
  'site-markup': { name: 'admonition', text: '!!! note' },
  'extension-as-text': { name: 'footnote', text: '[^1]' },
  'reference-undefined': { name: 'reference', text: '[a][b]' },
  'notes-as-text': { name: 'notes', text: 'Note: a' },
  'diagram-as-code': { name: 'diagram', text: 'plantuml' },
  'extra-cells': { cells: 3, columns: 2, text: 'c' },
  'image-missing': { src: 'a.png' },
  'image-unreadable': { src: 'a.png', reason: 'it is a text' },
  'image-outside': { src: 'a.png' },
  'image-active': { src: 'a.svg', does: 'it holds a <script>', line: 2 },
  'image-remote': { src: 'https://a/a.png' },
  'link-not-allowed': { href: 'a.md' },
  'link-target-missing': { href: '#a', suggestion: 'b' },
  'citation-malformed': { text: '[l1]' },
  'citation-misplaced': { text: '[L1]', field: 'role' },
  'citation-reversed': { text: 'L2-1' },
  'citation-outside': { text: 'L9', lines: 3 },
  'unsupported-number': { text: '9', citation: 'L1' },
  'turned-number': { text: '10', citation: 'L2', type: 'denied' },
  'unsupported-name': { text: 'TiDB', citation: 'L1' },
  'transcript-unreadable': { source: 'a.txt', reason: 'it is not UTF-8' },
  'citations-unchecked': { source: 'a.txt', count: 2 },
  'marker-misplaced': { kind: 'stats' },
  'theme-request': { url: 'https://a/a.woff2' },
  'slide-failed': { ...SLIDE, problem: 'image', detail: 'a word is missing' },
  'text-too-long': { what: 'takeaway', lines: 9, most: 6 },
  'slide-overflow': { ...SLIDE, detail: 'a list is too long' },
  'slide-overlap': { ...SLIDE, detail: '"a" and "b" are drawn over each other' },
  'slide-small-text': { ...SLIDE, detail: '"a" has 9 px where 20 px is the least', inDiagram: true },
  'slide-contrast': { ...SLIDE, detail: '"a" has a contrast of 2 to 1 where 7 to 1 is the least' },
  'slide-flattened': { ...SLIDE, detail: '60% of the slide had to be rasterized' },
  'image-upscaled': { ...SLIDE, detail: 'the picture a.png is 9 px wide and shown 90 px wide' },
  'too-many-points': { count: 9, most: 7, below: 2 },
  'long-point': { lines: 4, most: 2 },
  'no-takeaway': { kind: 'table' },
  'no-figures': {},
  'no-citation': { source: 'a.txt' },
  'inconsistent-name': { text: 'PingCap', right: 'PingCAP', known: 'glossary', place: null },
  'mixed-punctuation': { text: '\u5F00\u6E90,', right: '\u5F00\u6E90\uFF0C', count: 1, wrong: 'half' },
  'missing-space': { text: '\u7528TiDB', right: '\u7528 TiDB', count: 2 },
  'extra-space': { text: 'a  b', right: 'a b', count: 1 },
  'answer-by-unasked': { name: 'Ada', asked: ['Ben'] },
  'unanswered-question': { asked: [] },
  'differing-number': { text: '40', other: '400', place: 'content/qa/01-q.md:9' },
  'missing-alt': { src: 'a.png' },
  'duplicate-title': { title: 'a', place: 'content/talks/01-a.md:9' },
};

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
    const tables = ['file', 'front-matter', 'markup', 'foreign', 'citation', 'slide', 'advice'];
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
      `The PowerPoint file of ${SLIDE.deck} is not whole: a picture is missing.`,
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
      'L0 is in no transcript.',
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
      '1 cited statement was not checked: the transcript a.txt is not here.',
    ],
    ['a size', messageOf('file-too-large').what, "The file has 5.0 MB; a summary's may have 2.0 MB."],
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
    expect(fix.endsWith('put a backslash in front.')).toBe(/^[!-~]/.test(text) && !/^\d/.test(text));
  });

  it('a long text is cut', () => {
    const { what } = messageOf('markup-malformed', { text: `##${'a'.repeat(90)}`, meant: 'heading' });
    expect(what).toBe(`"##${'a'.repeat(38)}\u2026" looks like a heading, but is read as text.`);
  });
});
