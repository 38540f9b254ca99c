import { readdirSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintOptions } from '../../src/print/types.ts';
import { IS_WHOLE } from '../deep.ts';
import { ownTemporary } from '../own-temporary.ts';
import { makeDeck, themeRoot } from './make-deck.ts';
import { pdfFacts } from './pdf-facts.ts';
import { pdfObjects } from './pdf-objects.ts';
import { printAll } from './print-all.ts';

const TIMEOUT = 120_000;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
const assets = [{ path: 'assets/square.svg', bytes: new TextEncoder().encode(svg) }];

const first = makeDeck('first', [
  '# 第一页\n\n<Link to="3">to three</Link>\n\n[outside](https://example.org/talk)',
  '# Two\n\n![](./assets/square.svg)',
  '# Three\n\n<Link to="start">back</Link>\n\n<!-- a note -->',
]);
first.text = first.text.replace('title: first\n', 'title: first\nrouteAlias: start\n');
const second = makeDeck('second', ['# One\n\n<Link to="2">on</Link>', '# Two']);

const item = (_: unknown, index: number) => `- item ${index}`;
const faulty = [
  makeDeck('broken', ['# Good', '# Bad\n\n{{ a b', '# Also bad\n\n![](./assets/nowhere.png)']),
  makeDeck('throws', ['# Good', '# Bad\n\n{{ no.such.thing }}']),
  makeDeck('high', ['# Good', `# High\n\n${Array.from({ length: 40 }, item).join('\n')}`]),
  makeDeck('wide', ['# Wide\n\n<div style="width: 1200px">wide</div>', '# Good']),
  makeDeck('lost', ['# Good', '# Lost\n\n<Link to="9">nowhere</Link>']),
  makeDeck('curious', ['# Good', '# Asks\n\n<img src="https://example.org/pixel.png">']),
  makeDeck('wrong-diagram', ['# Good', '# Diagram\n\n```mermaid\nnot a diagram\n```']),
  makeDeck('empty', ['# Good', '<!-- a note -->'], '', 'bare'),
];

// Leftovers would show up here.
const temporary = ownTemporary('tmp', beforeAll, afterAll);

/** Command lines of processes that use the temporary folder (Linux only). */
function leftProcesses(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const [, , parent] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const ours = command.includes(temporary()) || command.includes('bundle-process');
        return ours && Number(parent) === process.pid ? [command] : [];
      } catch {
        return []; // It exited in the meantime.
      }
    });
}

describe('many decks at once', () => {
  let result: Awaited<ReturnType<typeof printAll>>;
  const stages: string[] = [];
  beforeAll(async () => {
    const options: PrintOptions = {
      decks: [first, ...faulty, second],
      assets,
      themeRoot,
      onProgress: ({ stage, done, total }) => stages.push(`${stage} ${done}/${total}`),
    };
    result = await printAll(options);
  }, TIMEOUT);

  test('prints each good deck as a PDF of its own', async () => {
    expect(result.printed.map(({ slug, pages }) => [slug, pages])).toEqual([
      ['first', 3],
      ['second', 2],
    ]);
    expect(await facts('first')).toMatchObject({
      pages: 3,
      size: { width: 735, height: 414 },
      title: 'Deck first',
      author: '黄东旭',
      lang: 'zh-CN',
      producer: 'talkdeck',
      creator: 'talkdeck',
      dated: false,
      tagged: true,
      outlined: true,
    });
  });

  test('numbers the pages of each deck by itself, and leads links to the right page', async () => {
    const page = (number: number, total: number) => `https://example.org/?page=${number}&of=${total}`;
    expect((await facts('first')).links).toEqual([
      [3, 'https://example.org/talk', page(1, 3)],
      [page(2, 3)],
      [1, page(3, 3)],
    ]);
    expect((await facts('second')).links).toEqual([[2, page(1, 2)], [page(2, 2)]]);
  });

  test('finds every faulty slide, and where it comes from', () => {
    const found = result.failures.map(({ slug, slide, kind, origin, detail }) => [
      `${slug} ${slide} ${kind}`,
      `${origin.file}:${origin.line}`,
      detail,
    ]);
    expect(found).toEqual([
      ['broken 2 compile', 'content/talks/broken.md:20', 'Interpolation end sign was not found.'],
      ['broken 3 compile', 'content/talks/broken.md:30', '"./assets/nowhere.png" was not found'],
      ['throws 2 runtime', 'content/talks/throws.md:20', expect.stringContaining("reading 'such'")],
      ['high 2 overflow', 'content/talks/high.md:20', expect.stringMatching(/^the content is \d+ px higher/)],
      ['wide 1 overflow', 'content/talks/wide.md:10', expect.stringMatching(/^the content is \d+ px wider/)],
      ['lost 2 dead-link', 'content/talks/lost.md:20', 'the link "#9" leads to no slide of the deck'],
      ['curious 2 network', 'content/talks/curious.md:20', expect.stringContaining('example.org/pixel.png')],
      ['wrong-diagram 2 image', 'content/talks/wrong-diagram.md:20', expect.stringContaining('diagram')],
      ['empty 2 blank', 'content/talks/empty.md:20', 'the slide shows nothing'],
    ]);
  });

  test('tells how far it is', () => {
    expect(stages).toEqual(
      expect.arrayContaining(['bundle 0/22', 'bundle 22/22', 'browser 1/1', 'print 22/22']),
    );
  });

  test(
    'prints a deck alone as it does among others, again in the same process, from another folder',
    async () => {
      const again = await printAll({ decks: [second], assets: [], themeRoot });
      expect(again).toMatchObject({ printed: [{ slug: 'second', pages: 2 }], failures: [], blocked: [] });
      const [alone, among] = [pdfOf(again, 'second'), pdfOf(result, 'second')];
      expect(await pdfObjects(alone)).toEqual(await pdfObjects(among));
      expect(Buffer.compare(alone, among)).toBe(0);
      expect(await readdir(temporary())).toEqual([]);
      expect(leftProcesses()).toEqual([]);
    },
    TIMEOUT,
  );

  const pdfOf = ({ printed }: typeof result, slug: string) =>
    printed.find((deck) => deck.slug === slug)?.pdf ?? Buffer.of();
  const facts = (slug: string) => pdfFacts(pdfOf(result, slug));
});

describe('being stopped', () => {
  test.each([...(IS_WHOLE ? [['bundling', 0] as const] : []), ['looking at slides', 2] as const])(
    'leaves nothing behind while it is %s',
    async (_, bundled) => {
      const stop = new AbortController();
      const running = printAll({
        decks: [second],
        assets: [],
        themeRoot,
        signal: stop.signal,
        onProgress: (event) => {
          if (event.stage === 'bundle' && event.done === bundled)
            setTimeout(() => stop.abort(new Error('stopped')), 300);
        },
      });
      await expect(running).rejects.toThrow('stopped');
      expect(await readdir(temporary())).toEqual([]);
      expect(leftProcesses()).toEqual([]);
    },
  );

  test('starts nothing when it is stopped before', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(printAll({ decks: [second], assets: [], themeRoot, signal })).rejects.toThrow('stopped');
  });
});

describe('what it refuses', () => {
  test('a browser that cannot be started', async () => {
    const running = printAll({ decks: [second], assets: [], themeRoot, browserPath: '/no/such/browser' });
    await expect(running).rejects.toThrow('--browser cannot be started: /no/such/browser (no such file)');
    expect(await readdir(temporary())).toEqual([]);
    expect(leftProcesses()).toEqual([]);
  });

  test('an asset outside of its folder', async () => {
    const asset = { path: '../escape.svg', bytes: new Uint8Array() };
    await expect(printAll({ decks: [second], assets: [asset], themeRoot })).rejects.toThrow(RangeError);
    expect(await readdir(temporary())).toEqual([]);
  });

  test('two decks with one slug', async () => {
    await expect(printAll({ decks: [second, second], assets: [], themeRoot })).rejects.toThrow(RangeError);
  });
});
