import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditDecks } from '../../src/print/audit-decks.ts';
import type { AuditResult } from '../../src/print/types.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { PAIRS } from './audit-pairs.ts';
import { makeDeck, themeRoot } from './make-deck.ts';

const TIMEOUT = 120_000;

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
const assets = [
  { path: 'assets/square.svg', bytes: new TextEncoder().encode(svg) },
  { path: 'assets/dot.png', bytes: PNG.sync.write(new PNG({ width: 40, height: 40 })) },
];

const deckOf = (slug: string, slides: readonly string[]) =>
  makeDeck(slug, slides, 'layout: parts\n', 'parts');

describe('an audit of a faulty deck and a sound one', () => {
  let result: AuditResult;
  beforeAll(async () => {
    const faulty = deckOf(
      'faulty',
      PAIRS.map(({ faulty }) => faulty),
    );
    const sound = deckOf(
      'sound',
      PAIRS.map(({ sound }) => sound),
    );
    result = await auditDecks({ decks: [faulty, sound], assets, themeRoot, shellFolder: KEPT_SHELL });
  }, TIMEOUT);

  const found = (slug: string, slide: number) =>
    result.failures
      .filter((failure) => failure.slug === slug && failure.slide === slide)
      .map(({ kind, detail }) => `${kind}: ${detail}`);

  test.each(PAIRS.map(({ name, found }, index) => ({ name, expected: found, slide: index + 1 })))(
    'finds $name, and nothing else',
    ({ expected, slide }) => {
      expect(found('faulty', slide)).toEqual([expect.stringMatching(`^${literally(expected)}`)]);
      expect(found('sound', slide)).toEqual([]);
    },
  );

  test('takes a picture of each faulty slide, and of no other', () => {
    const slides = PAIRS.map((_, index) => ['faulty', index + 1]);
    expect(result.pictures.map(({ slug, slide }) => [slug, slide])).toEqual(slides);
    for (const { png } of result.pictures) {
      const { width, height } = PNG.sync.read(Buffer.from(png));
      expect([width, height]).toEqual([980, 552]);
    }
  });

  test('names the line of each, and counts what it asked', () => {
    const places = result.failures.map(({ origin: { file, line } }) => `${file}:${line}`);
    expect(places).toEqual(PAIRS.map((_, index) => `content/talks/faulty.md:${10 * (index + 1)}`));
    expect([result.slides, result.checks]).toEqual([2 * PAIRS.length, 2 * PAIRS.length * 13]);
  });

  test('only an enlarged picture is no error', () => {
    const warned = result.failures.filter(({ severity }) => severity === 'warning');
    expect(warned.map(({ kind }) => kind)).toEqual(['upscaled']);
  });
});

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
