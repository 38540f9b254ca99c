import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parser } from '@slidev/cli';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import type { Compilation } from '../../src/build/compile.ts';
import { plainText } from '../../src/content/summary/markup.ts';
import { IS_WHOLE } from '../deep.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { compileUnfitting } from './compile-unfitting.ts';
import { type HostileMeetup, writeHostileMeetup } from './hostile-meetup.ts';
import { HOSTILE_PARTS } from './hostile-parts.ts';
import { type BundleWay, type OpenBundle, openBundle } from './open-bundle.ts';
import { SEED } from './seed.ts';
import { openSlidevReader, type SlidevReader } from './slidev-reader.ts';
import { startTally } from './start-tally.ts';
import { normalize } from './text.ts';
import { SECRET } from './vectors.ts';

const TIMEOUT = 240_000;
/** The suffix of the titles of a split section's slides. */
const PART = / \(\d+\/\d+\)$/;
/** Part of test names, so that a failure names the tried vectors. */
const TRIED = IS_WHOLE ? 'all vectors' : `some vectors, HOSTILE_SEED=${SEED}`;
const tally = startTally('Hostile texts in every place of a summary:');

const PARTS = HOSTILE_PARTS.map((vectors, index) => ({
  vectors,
  part: `part ${index + 1} of ${HOSTILE_PARTS.length} of ${TRIED}`,
}));

test('there are enough of them', () => {
  const all = HOSTILE_PARTS.flat();
  expect(all.length).toBeGreaterThan(IS_WHOLE ? 380 : 40);
  expect(new Set(all).size).toBe(all.length);
});

/** A whole bundle, for themes that need one, gives the same result (tests/slidev/shell.test.ts). */
const WAYS: readonly (BundleWay & { readonly way: string })[] = [
  { way: 'bundled on a shell', purpose: 'print', shellFolder: KEPT_SHELL },
  ...(IS_WHOLE
    ? ([
        { way: 'bundled as a whole', purpose: 'print', shellFolder: null },
        { way: 'as one file', purpose: 'file', shellFolder: KEPT_SHELL },
      ] as const)
    : []),
];

describe.each(PARTS)('$part', ({ vectors }) => {
  let root: string;
  let meetup: HostileMeetup;
  let compiled: Pick<Compilation, 'decks' | 'files'>;
  let slidev: SlidevReader;

  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'hostile-')));
    meetup = await writeHostileMeetup(root, vectors);
    const { value, findings } = compileUnfitting(openProject(root));
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (!value) {
      const found = errors.map(({ code, file, at }) => `${file}:${at.line}:${at.column} ${code}`);
      throw new Error(['The hostile meetup does not compile.', ...found].join('\n'));
    }
    compiled = value;
    slidev = await openSlidevReader();
  }, TIMEOUT);
  afterAll(async () => {
    await slidev?.close();
    await rm(root, { recursive: true, force: true });
  });

  describe("read by Slidev's parser", () => {
    /** The only keys allowed in a slide's front matter: see templates/. */
    const KEYS = [
      'layout',
      'density',
      'voice',
      'middle',
      'other',
      'hangs',
      'panel',
      'place',
      'number',
      'accent',
      'routeAlias',
      'topic',
      'class',
    ];
    const HEAD_KEYS = [
      ...KEYS,
      'theme',
      'title',
      'titleTemplate',
      'author',
      'lang',
      'aspectRatio',
      'themeConfig',
      'preloadImages',
    ];

    test('each deck has the slides of its model, with their titles', async () => {
      for (const { deck, text } of compiled.decks) {
        const { slides } = await parser.parse(text, `${deck.slug}.md`);
        const model = [deck.cover, ...deck.slides];
        expect(slides.length, deck.slug).toBe(model.length);
        for (const [index, slide] of slides.entries()) {
          const title = normalize(plainText(model[index]?.title ?? []));
          const head = /^# (.*)$/m.exec(slide.content)?.[1] ?? '';
          const seen = await slidev.slide(head);
          expect(normalize(seen.text).replace(PART, '')).toBe(title);
          expect(
            Object.keys(slide.frontmatter).filter((key) => !(index ? KEYS : HEAD_KEYS).includes(key)),
          ).toEqual([]);
          expect(slide.frontmatter.layout).toBe(model[index]?.kind);
        }
      }
    });

    test('every slide has the note of its model, and a title that Slidev may compile once more', async () => {
      for (const { deck, text } of compiled.decks) {
        const { slides } = await parser.parse(text, `${deck.slug}.md`);
        for (const [index, { note, title }] of slides.entries()) {
          const slide = [deck.cover, ...deck.slides][index];
          expect(note === undefined).toBe(slide?.notes.length === 0 && slide.sources.length === 0);
          const { live, elements, targets } = await slidev.slide(title ?? '');
          expect({ title, live, targets }).toEqual({ title, live: [], targets: [] });
          expect(elements.filter((tag) => !/^(?:p|h\d|code|strong|em|del|a)$/.test(tag))).toEqual([]);
        }
      }
    });

    test('nothing in it makes Slidev load something', async () => {
      for (const { deck, text } of compiled.decks) {
        const { slides } = await parser.parse(text, `${deck.slug}.md`);
        expect(parser.detectFeatures(text)).toMatchObject({
          tweet: false,
          bluesky: false,
          monaco: false,
          mermaid: false,
        });
        const images = slides.flatMap((slide) => slide.images ?? []);
        expect(images.filter((image) => /^(?:https?:|\\*[/\\]{2})/.test(image))).toEqual([]);
      }
    });
  });

  test('the vectors are where they belong', () => {
    const count = (texts: readonly { readonly texts: readonly string[] }[]) =>
      texts.flatMap((each) => each.texts).length;
    expect(meetup.vectors).toBe(vectors.length);
    expect(count(meetup.slides)).toBeGreaterThan(20 * meetup.vectors);
    expect(count(meetup.notes)).toBeGreaterThan(3.5 * meetup.vectors);
    // What a build rejects as typed: unclosed comments, missing images, headings, misspelt markup.
    expect(meetup.rejected.length).toBeLessThan(25);
  });

  describe.each(WAYS)('in a browser, $way', ({ way, purpose, shellFolder }) => {
    let opened: OpenBundle;
    beforeAll(async () => {
      opened = await openBundle(compiled, openProject(root), join(root, way.replaceAll(' ', '-')), {
        purpose,
        shellFolder,
      });
    }, TIMEOUT);
    afterAll(() => opened?.close());

    test('nothing runs, nothing breaks, nothing is asked for', () => {
      const { bundle, requests, events, report } = opened;
      expect(existsSync(join(bundle.outDir, 'shell'))).toBe(purpose === 'print' && shellFolder !== null);
      expect(bundle.broken).toEqual([]);
      expect([...requests.blocked, ...requests.missing]).toEqual([]);
      expect(events).toEqual([]);
      expect(report.pwned).toEqual([]);
      expect(report.errors).toEqual([]);
      expect(report.page).not.toContain(SECRET);
    });

    test('there are the slides of the model, made of what the templates and the theme are made of', () => {
      const { report } = opened;
      expect(report.slides.length).toBe(
        compiled.decks.flatMap(({ deck }) => deck.slides).length + compiled.decks.length,
      );
      expect(report.slides.flatMap(({ foreign }) => foreign)).toEqual([]);
      expect(report.slides.filter(({ links }) => links.some((link) => !isAllowed(link)))).toEqual([]);
    });

    test('every text reads as it is typed, in its place', async () => {
      const wrong: string[] = [];
      for (const { deck, file, line, lastLine, place, selector, texts, loose } of meetup.slides) {
        const found = slidesOf(deck, file, line, lastLine);
        const elements = await opened.page.evaluate(textsOf, { found, selector });
        const read = new Set(elements.map((text) => normalize(text).replace(PART, '')));
        const whole = elements.map(normalize).join('').replaceAll(' ', '');
        const lost = texts.filter((text) => !(loose ? whole.includes(text) : isMadeOf(text, read)));
        tally(`${place}, ${way}`, texts.length, lost.length);
        wrong.push(...lost.map((text) => `${place} (${file}:${line}): ${text}`));
      }
      expect(wrong).toEqual([]);
    });

    test('notes show what was typed, and nothing in them is alive', () => {
      const { report } = opened;
      expect(report.notes.flatMap(({ foreign }) => foreign)).toEqual([]);
      const wrong: string[] = [];
      for (const { deck, file, line, texts } of meetup.notes) {
        const read = slidesOf(deck, file, line).flatMap((no) => report.notes[no]?.paragraphs ?? []);
        const lost = texts.filter((text) => !read.map(normalize).includes(text));
        tally(`note, ${way}`, texts.length, lost.length);
        wrong.push(...lost.map((text) => `${file}:${line}: ${text}`));
      }
      expect(wrong).toEqual([]);
    });

    /** 0-based indices in the bundle. */
    function slidesOf(slug: string, file: string, line: number | null, last = line): readonly number[] {
      const all = compiled.decks.flatMap(({ deck }) =>
        [deck.cover, ...deck.slides].map((slide) => ({ deck, slide })),
      );
      return all.flatMap(({ deck, slide: { origin } }, index) =>
        deck.slug === slug &&
        (line === null || (origin.file === file && origin.line >= line && origin.line <= (last ?? line)))
          ? [index]
          : [],
      );
    }
  });
});

/** Whether one element has this text, or several that a long text was continued in, without losing anything between. */
function isMadeOf(text: string, read: ReadonlySet<string>): boolean {
  return (
    read.has(text) ||
    [...read].some(
      (piece) => piece !== '' && text.startsWith(piece) && isMadeOf(text.slice(piece.length).trim(), read),
    )
  );
}

/** Whether a link is a web address that the vectors link to on purpose, or a slide. */
function isAllowed(link: string): boolean {
  return /^https:\/\/(?:example\.org|evil\.invalid|a\.cn)\b|^http:\/\/localhost:3000|^mailto:|^talkdeck:[\w%.-]+\/\d+$|^#?(?:\.?\/)?[\w-]*$/.test(
    link,
  );
}

interface Root {
  querySelectorAll(
    selector: string,
  ): Iterable<{ tagName: string; textContent: string; getAttribute(name: string): string | null }>;
}

/** Runs in the browser. */
function textsOf({ found, selector }: { found: readonly number[]; selector: string }): string[] {
  const { document } = globalThis as unknown as {
    document: { querySelectorAll(selector: string): Iterable<Root> };
  };
  const containers = [...document.querySelectorAll('.print-slide-container')];
  return found.flatMap((index) =>
    [...(containers[index]?.querySelectorAll(selector) ?? [])].map((element) =>
      element.tagName === 'IMG' ? (element.getAttribute('alt') ?? '') : element.textContent,
    ),
  );
}
