import { dirname, join, relative } from 'node:path';
import { wantsWhole } from '../export/plan.ts';
import { reportJson } from '../findings/report/json.ts';
import type { ExportedDeck, ExportedProduct, ExportReport } from '../index.ts';
import type { ExportAsked } from './flags.ts';
import type { Outcome } from './report.ts';
import { words } from './words/words.ts';

type Exported = Pick<ExportReport, 'compiled' | 'decks' | 'whole' | 'shard' | 'findings'>;

/** Describes the written files, for people and for programs. */
export function exportOutcome(
  { compiled, decks, whole, shard, findings }: Exported,
  { decks: names, products: asked, shard: part }: Pick<ExportAsked, 'decks' | 'products' | 'shard'>,
  root: string,
  cwd: string,
): Outcome {
  if (!compiled) return { findings, facts: { decks: [] }, summary: words().nothingWritten };
  const shown = (path: string) => relative(cwd, path) || '.';
  const products = [...decks.flatMap((deck) => deck.products), ...(whole ? [whole] : [])];
  const files = products.reduce((sum, product) => sum + product.files.length, 0);
  const kept = decks.filter(({ cache }) => cache === 'hit').length;
  const say = words().exported;
  const unchanged = kept > 0 ? say.unchanged(kept, decks.length) : '';
  const isWholeMissed = wantsWhole({ names, products: asked }) && !part && !whole && arePdfsThere(decks);
  const lines = [
    `${say.files(files, shown(join(root, 'out')))}${unchanged}`,
    ...products.map((product) => `  ${lineOf(product, shown)}`),
    ...(shard ? [`  ${shown(shard)}  ${say.forMerge}`] : []),
    ...(isWholeMissed ? [say.wholeMissed] : []),
  ];
  const facts = {
    decks: decks.map(({ name, slides, seconds, cache, products: made }) => ({
      deck: name,
      slides,
      pages: made[0]?.pages ?? 0,
      bytes: made.reduce((sum, { bytes }) => sum + bytes, 0),
      seconds: Math.round(seconds * 1000) / 1000,
      cache,
      files: made.flatMap((product) => product.files),
      findings: reportJson(findings.filter(({ slide }) => slide?.deck === name)),
    })),
    whole: whole && { file: whole.files[0] ?? '', pages: whole.pages, bytes: whole.bytes },
    shard,
  };
  return { findings, facts, summary: lines.join('\n') };
}

/**
 * Whether there are PDFs to join: merged shards may contain only pictures, whatever the flags say; a failed deck has
 * none.
 */
function arePdfsThere(decks: readonly ExportedDeck[]): boolean {
  return decks.length === 0 || decks.some(({ products }) => products.some(({ kind }) => kind === 'pdf'));
}

function lineOf({ kind, pages, bytes, files }: ExportedProduct, shown: (path: string) => string): string {
  const size = bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  const [first = ''] = files;
  if (kind === 'png') return `${shown(dirname(first))}/  ${words().exported.pictures(files.length)}, ${size}`;
  const { pages: inPages, slides } = words().exported;
  return `${shown(first)}  ${(kind === 'pptx' ? slides : inPages)(pages)}, ${size}`;
}
