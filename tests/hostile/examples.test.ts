import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { type FindingCode, toMessage } from '../../src/findings/finding.ts';
import { codeFrame } from '../../src/findings/report/report-text.ts';
import { IS_WHOLE } from '../deep.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { COMMONMARK_EXAMPLES } from './commonmark-examples.ts';
import type { Example } from './example.ts';
import { type ExampleMeetup, writeExampleMeetup } from './example-meetup.ts';
import { GFM_EXAMPLES } from './gfm-examples.ts';
import { type OpenBundle, openBundle } from './open-bundle.ts';
import { renderedText, textOfHtml } from './rendered-text.ts';
import { SEED } from './seed.ts';
import { shareOf } from './share-of.ts';
import { type SortedExamples, sortExamples } from './sort-examples.ts';
import { startTally } from './start-tally.ts';
import { chunks, normalize } from './text.ts';
import { SECRET } from './vectors.ts';

const TIMEOUT = 240_000;
/** Examples per bundle, so that one page can show it. */
const PER_MEETUP = 240;
const PART = /\s\(\d+\/\d+\)$/;

/** Codes that may reject an example, and why a finding serves the author better than a slide. */
const REFUSALS: Partial<Readonly<Record<FindingCode, string>>> = {
  'empty-heading': 'a slide would have no title',
  'empty-part': 'a slide would show a bullet, a box or a rule without words',
  'unclosed-fence': 'the rest of the summary would be code',
  'missing-glyph': 'a character that no font has would be an empty box',
  'markup-malformed': 'marks that are none would show on the slide',
  'image-missing': 'a picture must lie below content/',
  'image-unreadable': 'a path that leads out of content/, or to no picture',
};

const tally = startTally('Examples of specifications, as the body of a talk:');
const ALL = [...COMMONMARK_EXAMPLES, ...GFM_EXAMPLES];
const MEETUPS = chunks(
  shareOf(ALL, ({ section }) => section, 1 / 6),
  PER_MEETUP,
);

test('summaries read as the specification has it, but for HTML, which reads as typed', () => {
  const withHtml = new MarkdownIt('commonmark');
  const withoutHtml = new MarkdownIt('commonmark', { html: false });
  const other = COMMONMARK_EXAMPLES.filter(({ html, shown }) => textOfHtml(html) !== shown);
  const holdsHtml = ({ markdown }: { readonly markdown: string }) =>
    withHtml.render(markdown) !== withoutHtml.render(markdown);
  expect(other.filter((example) => !holdsHtml(example))).toEqual([]);
  expect(COMMONMARK_EXAMPLES).toHaveLength(652);
});

test('and what GitHub adds as a reader of it would expect', () => {
  const read = GFM_EXAMPLES.map(({ name, markdown }) => [name, renderedText(markdown)]);
  expect(read).toEqual(GFM_EXAMPLES.map(({ name, shown }) => [name, shown]));
});

describe.each(MEETUPS.map((examples, index) => ({ examples, part: `${index + 1} of ${MEETUPS.length}` })))(
  `in a browser, part $part: ${IS_WHOLE ? 'all examples' : `some, HOSTILE_SEED=${SEED}`}`,
  ({ examples }) => {
    let root: string;
    let sorted: SortedExamples;
    let meetup: ExampleMeetup;
    let opened: OpenBundle;

    beforeAll(async () => {
      root = realpathSync(mkdtempSync(join(tmpdir(), 'examples-')));
      sorted = sortExamples(root, examples);
      meetup = writeExampleMeetup(root, sorted.accepted);
      opened = await openBundle(meetup.compilation, openProject(root), join(root, 'bundle'), {
        purpose: 'print',
        shellFolder: KEPT_SHELL,
      });
    }, TIMEOUT);
    afterAll(async () => {
      await opened?.close();
      rmSync(root, { recursive: true, force: true });
    });

    test('what is refused is named by file and line, for a reason', () => {
      for (const { example, way, file, lines, errors } of sorted.refused) {
        for (const finding of errors) {
          const { code, at } = finding;
          expect({ code, reason: REFUSALS[code] }).toEqual({ code, reason: expect.any(String) });
          expect(finding.file).toBe(file);
          // In the body: the front matter is valid.
          expect(at.line).toBeGreaterThan(5);
          expect(codeFrame(lines, at)).toMatch(new RegExp(`^> +${at.line} \\|`, 'm'));
          expect(toMessage(finding).fix).not.toBe('');
        }
        tally(`${specOf(example)}, refused as a ${way}`, 1, 0);
      }
      const quoted = sorted.refused.filter(({ way }) => way === 'quote').length;
      expect(sorted.accepted.length + quoted).toBe(examples.length);
      expect(quoted).toBeLessThan(examples.length / 5);
    });

    test('nothing runs, nothing breaks, nothing is asked for', () => {
      const { bundle, requests, events, report } = opened;
      expect(bundle.broken).toEqual([]);
      expect([...requests.blocked, ...requests.missing]).toEqual([]);
      expect(events).toEqual([]);
      expect({ pwned: report.pwned, errors: report.errors }).toEqual({ pwned: [], errors: [] });
      expect([...report.slides, ...report.notes].flatMap(({ foreign }) => foreign)).toEqual([]);
      expect(report.page).not.toContain(SECRET);
    });

    test('what is built shows its text, and no more', async () => {
      const slides = await opened.page.evaluate(readSlides);
      const places = meetup.compilation.decks.flatMap(({ deck }) =>
        [deck.cover, ...deck.slides].map((slide) => ({ deck: deck.slug, slide })),
      );
      const wrong: object[] = [];
      for (const { example, deck, first, end, shown } of meetup.placed) {
        const titled = new Set<number>();
        const text = places.flatMap(({ deck: slug, slide }, index) => {
          const { line } = slide.origin;
          if (slug !== deck || !('lead' in slide) || line < first || line >= end) return [];
          const { title = '', body = '' } = slides[index] ?? {};
          // A rule starts a section's next slide, under the same title.
          const section = slide.place ? -slide.place.index : line;
          const isNext = titled.has(section);
          titled.add(section);
          return [isNext ? '' : title.replace(PART, ''), body];
        });
        const read = normalize(text.join('')).replaceAll(' ', '');
        if (read !== shown) wrong.push({ name: example.name, markdown: example.markdown, read, shown });
        tally(`${specOf(example)}, shown`, 1, read === shown ? 0 : 1);
      }
      expect(wrong).toEqual([]);
    });
  },
);

const specOf = (example: Example): string => (GFM_EXAMPLES.includes(example) ? 'GFM' : 'CommonMark');

interface Root {
  readonly tagName: string;
  readonly textContent: string;
  readonly children: Iterable<Root>;
  querySelector(selector: string): Root | null;
  querySelectorAll(selector: string): Iterable<Root>;
}

/** Title and body of every slide, in bundle order. Runs in the browser. */
function readSlides(): { title: string; body: string }[] {
  const { document } = globalThis as unknown as { document: Root };
  return [...document.querySelectorAll('.print-slide-container')].map((container) => {
    const [title, ...rest] = [...(container.querySelector('.slide-content')?.children ?? [])];
    return { title: title?.textContent ?? '', body: rest.map(({ textContent }) => textContent).join('') };
  });
}
