import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { showDeck } from '../../../src/print/page/show-deck.ts';
import { type SlideShot, takeSlides } from '../../../src/print/products/png.ts';
import { deckSpans } from '../../../src/print/types.ts';
import { readPng } from '../../gallery/read-png.ts';
import { KEPT_SHELL } from '../../kept-shell.ts';
import { makeDeck, themeRoot } from '../make-deck.ts';
import { openDecks } from '../open-decks.ts';

const SCALES = [0.5, 1, 1.35, 2, 3] as const;

/** A slide filled with one colour, with an SVG bar half a CSS pixel wide at 100 px. */
const plain = (color: string) =>
  `# ${color}\n\n<div style="position: fixed; inset: 0; z-index: 9; background: ${color}"><svg width="980" height="552"><rect x="100" width="0.5" height="552"/></svg></div>`;
const COLORS = ['#ff0000', '#00ff00', '#0000ff'] as const;
const decks = [
  makeDeck('before', [plain('#ffff00')], 'layout: bare\n', 'bare'),
  makeDeck('colours', COLORS.map(plain), 'layout: bare\n', 'bare'),
];

const taken = new Map<number, readonly ReadShot[]>();
let again: readonly SlideShot[];
const unchanged: boolean[] = [];
let refused: string;

beforeAll(async () => {
  await openDecks({ decks, assets: [], themeRoot, shellFolder: KEPT_SHELL }, async ({ page, bundle }) => {
    const [, span = { first: 0, count: 0 }] = deckSpans(bundle, decks.length);
    await page.evaluate(showDeck, span);
    const before = await stateOf(page);
    const take = async (scale: number) => {
      const shots: SlideShot[] = [];
      for await (const shot of takeSlides(page, span, scale)) shots.push(shot);
      unchanged.push((await stateOf(page)) === before);
      return shots;
    };
    for (const scale of SCALES) taken.set(scale, await Promise.all((await take(scale)).map(read)));
    again = await take(2);
    for await (const _ of takeSlides(page, span, 1)) break;
    unchanged.push((await stateOf(page)) === before);
    refused = await take(0).then(
      () => 'taken',
      (error: Error) => error.name,
    );
  });
});

function stateOf(page: Page): Promise<string> {
  return page.evaluate<string>(
    '[innerWidth, innerHeight, devicePixelRatio, scrollX, scrollY, document.documentElement.outerHTML].join()',
  );
}

describe('pictures of slides', () => {
  test.each(SCALES)('show each slide of the deck, in the size asked for: %d', (scale) => {
    const shots = taken.get(scale) ?? [];
    expect(shots.map(({ slide }) => slide)).toEqual([1, 2, 3]);
    for (const { width, height } of shots) {
      expect([width, height]).toEqual([Math.round(980 * scale), Math.round(552 * scale)]);
    }
  });

  test.each(SCALES)('have nothing of the neighbours at their edges: %d', (scale) => {
    for (const shot of taken.get(scale) ?? []) {
      expect(edgeColors(shot)).toEqual([`${COLORS[shot.slide - 1]}ff`]);
    }
  });

  test('are drawn for their size, not enlarged', () => {
    const around = (scale: number) => {
      const [shot] = taken.get(scale) ?? [];
      return [-1, 0, 1].map((offset) => shot?.colorAt(100 * scale + offset, 100));
    };
    expect(around(1)).toEqual(['#ff0000ff', expect.stringMatching(/^#[78].0000ff$/), '#ff0000ff']);
    expect(around(2)).toEqual(['#ff0000ff', '#000000ff', '#ff0000ff']);
  });

  test('are the same each time', () => {
    const first = taken.get(2) ?? [];
    expect(again.map(({ png }, index) => Buffer.compare(png, first[index]?.png ?? Buffer.of()))).toEqual([
      0, 0, 0,
    ]);
  });

  test('leave the page as it was, also when nobody wants more of them', () => {
    expect(unchanged).toEqual(Array(SCALES.length + 2).fill(true));
  });

  test('have a size', () => {
    expect(refused).toBe('RangeError');
  });
});

interface ReadShot extends SlideShot {
  readonly width: number;
  readonly height: number;
  colorAt(x: number, y: number): string;
}

async function read(shot: SlideShot): Promise<ReadShot> {
  const { width, height, data } = await readPng(shot.png);
  const colorAt = (x: number, y: number) => {
    const at = (y * width + x) * 4;
    return `#${data.subarray(at, at + 4).toString('hex')}`;
  };
  return { ...shot, width, height, colorAt };
}

/** Distinct colours of the outermost rows and columns, ignoring the bar. */
function edgeColors({ width, height, colorAt }: ReadShot): readonly string[] {
  const isBar = (x: number) => Math.abs(x - (100 * width) / 980) < 4;
  const across = [...Array(width).keys()].filter((x) => !isBar(x));
  const edges = [
    ...across.flatMap((x) => [colorAt(x, 0), colorAt(x, height - 1)]),
    ...[...Array(height).keys()].flatMap((y) => [colorAt(0, y), colorAt(width - 1, y)]),
  ];
  return [...new Set(edges)];
}
