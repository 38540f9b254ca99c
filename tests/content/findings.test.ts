import { existsSync, readdirSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { validate } from '../../src/content/validate/validate.ts';
import { FINDINGS, toMessage } from '../../src/findings/finding.ts';
import { check, EVENT, findingsOf, place, TALK, TALK_HEAD } from './temp-meetup.ts';

const FIXTURES_FOLDER = new URL('../fixtures/', import.meta.url).pathname;

/** Findings of `tests/fixtures/<name>/content`, in order: file:line:column and code. */
const FIXTURES: Readonly<Record<string, readonly string[]>> = {
  citations: [
    'qa/01-q.md:2:12 unsupported-number',
    'qa/01-q.md:11:5 unsupported-number',
    'talks/01-huang.md:6:5 unsupported-number',
    'talks/01-huang.md:8:8 unsupported-name',
    'talks/01-huang.md:14:5 unsupported-number',
    'talks/01-huang.md:14:10 unsupported-number',
    'talks/01-huang.md:14:18 unsupported-name',
    'talks/01-huang.md:18:10 unsupported-number',
    'talks/01-huang.md:22:7 citation-reversed',
    'talks/01-huang.md:23:6 citation-outside',
    'talks/01-huang.md:24:7 citation-outside',
    'talks/01-huang.md:25:8 turned-number',
    'talks/02-li.md:7:7 citation-malformed',
    'talks/02-li.md:9:7 citation-malformed',
    'talks/02-li.md:10:6 citation-malformed',
    'talks/02-li.md:10:22 citation-malformed',
  ],
  fields: [
    'event.md:1:1 missing-field',
    'event.md:2:7 invalid-lang',
    'event.md:3:7 invalid-date',
    'event.md:4:1 unknown-key',
    'qa/01-q.md:1:1 missing-field',
    'qa/01-q.md:1:1 missing-field',
    'qa/01-q.md:5:1 unknown-key',
    'qa/01-q.md:6:10 wrong-type',
    'talks/01-huang.md:1:1 missing-field',
    'talks/01-huang.md:2:1 empty-field',
    'talks/01-huang.md:3:7 citation-misplaced',
    'talks/01-huang.md:5:8 wrong-type',
    'talks/01-huang.md:8:5 wrong-type',
    'talks/01-huang.md:9:1 unknown-key',
    'talks/02-list.md:1:1 wrong-type',
  ],
  'file-names': [
    'talks/02 huang dongxu.md:1:1 invalid-file-name',
    'talks/nul.text.md:1:1 invalid-file-name',
    'talks/qa.md:1:1 invalid-file-name',
  ],
  'files-ignored': [
    'Talk/01-huang.md:1:1 file-ignored',
    'huang.md:1:1 file-ignored',
    'qa/01-q.docx:1:1 file-ignored',
    'talks/02-li.markdown:1:1 file-ignored',
    'talks/03-li.txt:1:1 file-ignored',
    'talks/drafts/04-li.md:1:1 file-ignored',
  ],
  look: [
    'event.md:4:8 wrong-choice',
    'event.md:5:8 wrong-choice',
    'event.md:6:9 wrong-choice',
    'event.md:7:7 image-missing',
    'event.md:8:8 invalid-color',
    'event.md:9:6 low-contrast',
    'event.md:12:5 low-contrast',
    'event.md:13:7 font-unusable',
    'event.md:14:11 font-unusable',
    'event.md:15:14 font-unusable',
    'event.md:16:11 font-unusable',
    'event.md:17:11 image-missing',
    'event.md:18:8 image-outside',
    'event.md:20:5 missing-field',
    'event.md:21:5 wrong-type',
    'talks/01-ada.md:5:9 low-contrast',
    'talks/01-ada.md:13:10 log-of-zero',
    'talks/01-ada.md:16:12 unknown-option',
    'talks/01-ada.md:20:9 unknown-option',
  ],
  markers: ['qa/01-q.md:7:7 marker-misplaced', 'talks/01-jia.md:9:8 marker-misplaced'],
  'too-long': [
    'qa/01-q.md:2:1 text-too-long',
    'talks/01-huang.md:1:1 text-too-long',
    'talks/01-huang.md:5:1 text-too-long',
    'talks/01-huang.md:8:1 text-too-long',
    'talks/01-huang.md:12:1 text-too-long',
  ],
  evening: [],
  glyphs: [
    'event.md:2:12 missing-glyph',
    'qa/01-start.md:3:10 missing-glyph',
    'qa/01-start.md:9:8 missing-glyph',
    'qa/01-start.md:12:3 missing-glyph',
    'talks/01-huang.md:3:11 missing-glyph',
    'talks/01-huang.md:6:8 missing-glyph',
    'talks/01-huang.md:9:10 missing-glyph',
    'talks/01-huang.md:13:7 missing-glyph',
    'talks/01-huang.md:13:11 missing-glyph',
    'talks/01-huang.md:14:6 missing-glyph',
    'talks/01-huang.md:14:11 missing-glyph',
    'talks/01-huang.md:19:4 missing-glyph',
    'talks/01-huang.md:20:10 missing-glyph',
  ],
  videos: [
    'talks/01-ada.md:5:11 video-place',
    'talks/01-ada.md:17:51 video-place',
    'talks/01-ada.md:21:8 video-place',
    'talks/01-ada.md:23:8 video-place',
    'talks/01-ada.md:27:11 video-place',
    'talks/01-ada.md:31:35 picture-place',
    'talks/01-ada.md:35:13 image-missing',
    'talks/01-ada.md:39:13 image-damaged',
    'talks/01-ada.md:43:13 video-unplayable',
    'talks/01-ada.md:47:13 image-outside',
    'talks/01-ada.md:51:13 image-remote',
  ],
  images: [
    'talks/01-huang.md:4:11 image-missing',
    'talks/01-huang.md:10:6 image-missing',
    'talks/01-huang.md:14:6 image-unreadable',
    'talks/01-huang.md:16:6 image-unreadable',
    'talks/01-huang.md:20:6 image-outside',
    'talks/01-huang.md:24:6 image-outside',
    'talks/01-huang.md:28:12 image-remote',
    'talks/01-huang.md:32:6 image-active',
    'talks/01-huang.md:36:6 image-font',
    'talks/01-huang.md:40:6 image-glyph',
    'talks/01-huang.md:50:3 diagram-syntax',
    'talks/01-huang.md:56:1 diagram-kind',
  ],
  links: [
    'talks/01-huang.md:10:10 link-not-allowed',
    'talks/01-huang.md:10:34 link-not-allowed',
    'talks/01-huang.md:11:10 link-target-missing',
    'talks/01-huang.md:11:21 link-target-missing',
  ],
  markup: [
    'talks/01-huang.md:11:1 markup-malformed',
    'talks/01-huang.md:15:1 markup-malformed',
    'talks/01-huang.md:20:1 markup-malformed',
    'talks/01-huang.md:25:1 markup-malformed',
    'talks/01-huang.md:30:1 markup-malformed',
    'talks/01-huang.md:34:1 markup-malformed',
    'talks/01-huang.md:39:1 markup-malformed',
    'talks/01-huang.md:43:6 markup-malformed',
    'talks/01-huang.md:47:1 markup-malformed',
    'talks/01-huang.md:51:6 markup-malformed',
    'talks/01-huang.md:53:7 markup-malformed',
    'talks/01-huang.md:59:5 html-as-text',
    'talks/01-huang.md:66:13 extra-cells',
  ],
  'null-field': [],
  'no-event': ['event.md:1:1 file-missing'],
  'no-talks': ['talks:1:1 no-talks'],
  'no-transcript': ['event.md:4:9 citations-unchecked'],
  people: [
    'qa/01-asked.md:4:10 unknown-person',
    'qa/02-answer.md:7:5 unknown-person',
    'qa/02-answer.md:11:5 unknown-person',
    'qa/03-asked-list.md:6:5 unknown-person',
    'talks/02-huang.md:1:1 duplicate-slug',
  ],
  sections: [
    'qa/01-heading.md:7:1 heading-level',
    'qa/02-empty.md:7:1 empty-heading',
    'qa/02-empty.md:7:1 empty-section',
    'qa/02-empty.md:9:1 empty-section',
    'qa/03-no-name.md:7:1 text-before-section',
    'qa/04-nothing.md:6:1 empty-body',
    'talks/ambiguous-number.md:12:10 ambiguous-number',
    'talks/empty-heading.md:7:1 empty-heading',
    'talks/empty-section.md:7:1 empty-section',
    'talks/empty-section.md:11:1 empty-section',
    'talks/kind-mismatch.md:7:7 kind-mismatch',
    'talks/kind-mismatch.md:11:7 kind-mismatch',
    'talks/kind-mismatch.md:15:7 kind-mismatch',
    'talks/kind-unknown.md:7:7 unknown-kind',
    'talks/not-a-number.md:11:7 not-a-number',
    'talks/not-a-number.md:13:1 not-a-number',
    'talks/unclosed-comment.md:11:1 unclosed-comment',
    'talks/unclosed-fence.md:9:1 unclosed-fence',
  ],
  'speaker-fields': [
    'event.md:9:5 missing-field',
    'event.md:9:5 unknown-key',
    'talks/01-both.md:2:1 field-misplaced',
    'talks/01-both.md:3:1 field-misplaced',
    'talks/01-both.md:8:5 missing-field',
    'talks/01-both.md:10:5 unknown-key',
    'talks/01-both.md:11:5 wrong-type',
    'talks/02-none.md:2:1 empty-field',
    'talks/03-list.md:2:10 wrong-type',
    'talks/05-other.md:5:10 person-differs',
    'talks/06-twice.md:4:5 duplicate-person',
  ],
  'other-people': [],
  speakers: [],
  times: [
    'event.md:8:11 invalid-time',
    'event.md:10:5 missing-field',
    'event.md:11:5 unknown-key',
    'talks/02-b.md:4:7 time-overlap',
    'talks/03-c.md:4:7 invalid-time',
    'talks/04-d.md:5:11 invalid-time',
    'talks/05-e.md:4:1 missing-field',
    'talks/06-f.md:4:7 day-outside',
    'talks/09-i.md:4:7 time-overlap',
  ],
  programme: [],
  'german-date': [],
  traditional: [],
  'no-labels': ['event.md:3:7 no-labels'],
  panel: [],
  lightning: [],
  single: [],
  dividers: [],
  'empty-parts': [
    'talks/01-ada.md:9:1 empty-part',
    'talks/01-ada.md:14:1 empty-part',
    'talks/01-ada.md:21:1 empty-part',
    'talks/01-ada.md:24:3 empty-part',
    'talks/01-ada.md:30:1 empty-part',
    'talks/01-ada.md:34:1 empty-part',
  ],
  'similar-person': ['talks/02-conor-2.md:2:10 similar-person'],
  english: [
    'talks/02-jose.md:20:4 html-as-text',
    'talks/02-jose.md:22:1 html-as-text',
    'talks/02-jose.md:24:9 html-as-text',
    'talks/02-jose.md:25:7 html-as-text',
  ],
  'list-signs': [
    'talks/01-ada.md:9:1 markup-malformed',
    'talks/01-ada.md:14:1 markup-malformed',
    'talks/01-ada.md:19:1 markup-malformed',
    'talks/01-ada.md:24:1 markup-malformed',
  ],
  foreign: [
    'talks/01-markup.md:7:10 unknown-kind',
    'talks/01-markup.md:11:9 pandoc-markup',
    'talks/01-markup.md:17:9 html-as-text',
    'talks/01-markup.md:18:7 extension-as-text',
    'talks/01-markup.md:18:20 formula-malformed',
    'talks/01-markup.md:18:40 extension-as-text',
    'talks/01-markup.md:20:1 footnote-unshown',
    'talks/01-markup.md:24:3 extension-as-text',
    'talks/01-markup.md:29:1 slidev-markup',
    'talks/01-markup.md:33:1 slidev-markup',
    'talks/01-markup.md:42:3 formula-too-wide',
    'talks/01-markup.md:44:8 highlight-outside',
    'talks/02-notes.md:11:1 notes-as-text',
    'talks/02-notes.md:17:1 pandoc-markup',
    'talks/03-others.md:3:20 markup-in-field',
    'talks/03-others.md:11:6 marp-markup',
    'talks/03-others.md:17:6 reveal-markup',
    'talks/03-others.md:21:1 site-markup',
    'talks/03-others.md:26:7 reference-undefined',
    'talks/03-others.md:30:4 diagram-as-code',
  ],
  headings: ['talks/03-repeated.md:22:17 link-target-missing'],
  valid: [],
  yaml: [
    'talks/bracket.md:3:8 yaml-unquoted',
    'talks/colon-chinese.md:3:6 yaml-colon',
    'talks/colon-no-blank.md:2:8 yaml-colon',
    'talks/colon-no-blank.md:3:6 yaml-colon',
    'talks/comment.md:3:10 yaml-comment',
    'talks/duplicate-key.md:4:1 duplicate-key',
    'talks/indent-item.md:6:1 yaml-indent',
    'talks/indent.md:3:1 yaml-indent',
    'talks/language.md:1:4 front-matter-language',
    'talks/missing.md:1:1 front-matter-missing',
    'talks/quote.md:3:8 yaml-quote',
    'talks/stray.md:4:1 yaml-stray',
    'talks/syntax.md:5:1 yaml-syntax',
    'talks/tab.md:5:1 yaml-tab',
    'talks/unclosed-with-rule.md:1:1 front-matter-unclosed',
    'talks/unclosed.md:1:1 front-matter-unclosed',
    'talks/unquoted-alias.md:3:8 yaml-unquoted',
    'talks/unquoted.md:3:8 yaml-unquoted',
  ],
};

interface GeneratedCase {
  readonly talk: string | Uint8Array;
  readonly others?: Readonly<Record<string, string | Uint8Array>>;
  readonly gives: readonly string[];
}

const bytes = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const FAULTY_TALK = TALK.replace('title: ', 'titel: ').replace('- 想', '![](a.png)\n\n- 想');
const FAULTY_PLACES = [
  'talks/01-huang.md:1:1 missing-field',
  'talks/01-huang.md:3:1 unknown-key',
  'talks/01-huang.md:9:5 image-missing',
];

/** Bytes that should not be in a checkout, where editors would trip over them. */
const GENERATED: Readonly<Record<string, GeneratedCase>> = {
  'GBK bytes': {
    talk: bytes(TALK_HEAD, '\n## 对手', Uint8Array.of(0xca, 0xc7, 0xcb, 0xad), '\n\n- 一点\n'),
    gives: ['talks/01-huang.md:7:6 invalid-utf8'],
  },
  'a typed replacement character before an invalid byte': {
    talk: bytes(TALK_HEAD, '\n## \uFFFD', Uint8Array.of(0xff), '\n\n- 一点\n'),
    gives: ['talks/01-huang.md:7:5 invalid-utf8'],
  },
  'links that no code can be made of': {
    talk: TALK.replace('speaker:', `links:\n  b: https://a.org/${'b'.repeat(140)}\nspeaker:`),
    others: { 'event.md': EVENT.replace('host:', "links:\n  a: 'javascript:a'\nhost:") },
    gives: ['event.md:5:6 invalid-url', 'talks/01-huang.md:3:6 long-link'],
  },
  'pictures out of place': {
    talk: `${TALK_HEAD}\n## 对手\n\n![墙](../assets/a.png){.left}\n\n## 墙\n\n- 1 面墙 ![墙](../assets/a.png)\n`,
    others: { 'assets/a.png': PNG.sync.write(new PNG({ width: 1960, height: 1100 })) },
    gives: ['talks/01-huang.md:9:23 picture-place', 'talks/01-huang.md:13:13 picture-in-line'],
  },
  'a typed replacement character': {
    talk: TALK.replace('对手', '\uFFFD'),
    gives: ['talks/01-huang.md:7:4 missing-glyph'],
  },
  'UTF-16': {
    talk: Buffer.from(`\uFEFF${TALK}`, 'utf16le'),
    gives: ['talks/01-huang.md:1:1 invalid-utf8'],
  },
  'a transcript in GBK': {
    talk: TALK.replace('想把公司做大', '想把公司做大 3 倍 [L1]'),
    others: {
      'event.md': EVENT.replace('host:', 'source: a.txt\nhost:'),
      'a.txt': bytes('3 ', Uint8Array.of(0xb1, 0xb6)),
    },
    gives: ['event.md:4:9 transcript-unreadable'],
  },
  'a folder in the place of the transcript': {
    talk: TALK,
    others: { 'event.md': EVENT.replace('host:', 'source: assets\nhost:'), 'assets/.keep': '' },
    gives: ['event.md:4:9 transcript-unreadable'],
  },
  'a file of 5 MB': {
    talk: TALK + '- 一点\n'.repeat((5 * 1024 * 1024) / 9),
    gives: ['talks/01-huang.md:1:1 file-too-large'],
  },
  'front matter of 200 KB': {
    talk: TALK.replace('---\n', `---\n${'# comment\n'.repeat(20_000)}`),
    gives: ['talks/01-huang.md:1:1 file-too-large'],
  },
  'lists in one another': {
    talk: TALK.replace('---\n', `---\norg:\n  - ${'- '.repeat(20_000)}x\n`),
    gives: ['talks/01-huang.md:1:1 yaml-syntax'],
  },
  'what is nearly a citation': {
    talk: TALK.replace('想把公司做大', '见 [L3 h]'),
    gives: ['talks/01-huang.md:9:5 citation-malformed'],
  },
  'what is nearly a citation, and escaped': {
    talk: TALK.replace('想把公司做大', '见 \\[L3 h\\]'),
    gives: [],
  },
  'an empty file': { talk: '', gives: ['talks/01-huang.md:1:1 front-matter-missing'] },
  'faults with LF': { talk: FAULTY_TALK, gives: FAULTY_PLACES },
  'faults with CRLF': { talk: FAULTY_TALK.replaceAll('\n', '\r\n'), gives: FAULTY_PLACES },
  'faults with CR': { talk: FAULTY_TALK.replaceAll('\n', '\r'), gives: FAULTY_PLACES },
  'faults behind a byte order mark': { talk: `\uFEFF${FAULTY_TALK}`, gives: FAULTY_PLACES },
  'faults behind a byte order mark, with CRLF': {
    talk: `\uFEFF${FAULTY_TALK.replaceAll('\n', '\r\n')}`,
    gives: FAULTY_PLACES,
  },
  'a byte order mark and CRLF': { talk: `\uFEFF${TALK.replaceAll('\n', '\r\n')}`, gives: [] },
};

describe('a fixture gives its findings', () => {
  it.each(Object.entries(FIXTURES))('%s', (name, gives) => {
    expect(check(FIXTURES_FOLDER + name).map(place)).toEqual(gives);
  });

  it('and each has an entry in the table', () => {
    const meetups = readdirSync(FIXTURES_FOLDER).filter((name) =>
      existsSync(`${FIXTURES_FOLDER}${name}/content`),
    );
    expect(meetups.sort()).toEqual(Object.keys(FIXTURES).sort());
  });
});

describe('bytes give their findings', () => {
  it.each(Object.entries(GENERATED))('%s', (_, { talk, others, gives }) => {
    const known = findingsOf({ 'talks/01-huang.md': talk, 'qa/01-start.md': null, ...others });
    // An unreadable talk does not also count as missing.
    expect(known).toEqual(gives);
  });

  it('and a file name that leaves no room for a temporary one is too long', () => {
    const name = (count: number) => `talks/${'\u957f'.repeat(count)}.md`;
    expect(findingsOf({ 'talks/01-huang.md': null, [name(67)]: TALK })).toEqual([
      `${name(67)}:1:1 invalid-file-name`,
    ]);
    expect(findingsOf({ 'talks/01-huang.md': null, [name(66)]: TALK })).toEqual([]);
  });

  it('and an event.md that cannot be read does not hide what is wrong elsewhere', () => {
    expect(
      findingsOf({ 'event.md': bytes(EVENT, Uint8Array.of(0xff)), 'talks/01-huang.md': FAULTY_TALK }),
    ).toEqual(['event.md:6:1 invalid-utf8', ...FAULTY_PLACES]);
  });
});

it('of 10,000 files that are not read, some are named, and one finding counts the rest', () => {
  const ignored = Array.from({ length: 10_000 }, (_, index) => `content/talks/note-${index}.txt`);
  const { findings } = validate({ event: null, talks: [], exchanges: [], ignored, findings: [] });
  const found = findings.filter(({ code }) => code === 'file-ignored');
  expect(found).toHaveLength(21);
  expect(found.map((each) => toMessage(each).what).slice(-2)).toEqual([
    'content/talks/note-19.txt is not read.',
    'content/talks/note-20.txt is not read, nor are 9,979 other files.',
  ]);
});

it('every code that content can cause is given by a fixture', () => {
  const codes = Object.entries(FINDINGS).flatMap(([code, { severity }]) =>
    severity === 'advice' ? [] : [code],
  );
  const given = [...Object.values(FIXTURES), ...Object.values(GENERATED).map((each) => each.gives)]
    .flat()
    .map((finding) => finding.replace(/^.* /, ''));
  // A checkout cannot contain these links, so read.test.ts makes them. Foreign files are in slides/:
  // foreign-files.test.ts. The others come from a browser, and are tested with it.
  const elsewhere = [
    'file-refused',
    'foreign-file',
    'image-upscaled',
    'slide-contrast',
    'slide-failed',
    'slide-flattened',
    'slide-overflow',
    'slide-overlap',
    'slide-small-text',
    'theme-request',
  ];
  expect(codes.length).toBeGreaterThan(40);
  expect(codes.filter((code) => !given.includes(code)).sort()).toEqual(elsewhere);
});
