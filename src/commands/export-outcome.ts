import { dirname, join, relative } from 'node:path';
import { wantsWhole } from '../export/plan.ts';
import { reportJson } from '../findings/report/json.ts';
import type { ExportedDeck, ExportedProduct, ExportReport } from '../index.ts';
import type { ExportAsked } from './flags.ts';
import type { Outcome } from './report.ts';
import { words } from './words/words.ts';

type Exported = Pick<
  ExportReport,
  'compiled' | 'decks' | 'whole' | 'wholeHtml' | 'documents' | 'shard' | 'findings'
>;

/** Describes the written files, for people and for programs. */
export function exportOutcome(
  { compiled, decks, whole, wholeHtml, documents, shard, findings }: Exported,
  { decks: names, products: asked, shard: part }: Pick<ExportAsked, 'decks' | 'products' | 'shard'>,
  root: string,
  cwd: string,
): Outcome {
  if (!compiled) return { findings, facts: { decks: [] }, summary: words().nothingWritten };
  const shown = (path: string) => relative(cwd, path) || '.';
  const products = [
    ...decks.flatMap((deck) => deck.products),
    ...(whole ? [whole] : []),
    ...(wholeHtml ? [wholeHtml] : []),
  ];
  const files = [...products, ...documents].reduce((sum, product) => sum + product.files.length, 0);
  const kept = decks.filter(({ cache }) => cache === 'hit').length;
  const say = words().exported;
  const unchanged = kept > 0 ? say.unchanged(kept, decks.length) : '';
  const wholes = { pdf: whole, html: wholeHtml };
  const missed = (['pdf', 'html'] as const).filter(
    (kind) => wantsWhole({ names, products: asked }, kind) && !part && !wholes[kind] && isMadeOf(decks, kind),
  );
  const lines = [
    `${say.files(files, shown(join(root, 'out')))}${unchanged}`,
    ...products.map((product) => `  ${lineOf(product, shown)}`),
    ...documents.map(({ files: [first = ''], bytes }) => `  ${shown(first)}  ${sizeOf(bytes)}`),
    ...(shard ? [`  ${shown(shard)}  ${say.forMerge}`] : []),
    ...missed.map(say.wholeMissed),
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
    // Only if requested, so that other reports stay as they were.
    ...(wholeHtml && {
      wholeHtml: { file: wholeHtml.files[0] ?? '', slides: wholeHtml.pages, bytes: wholeHtml.bytes },
    }),
    ...(documents.length > 0 && { documents }),
    shard,
  };
  return { findings, facts, summary: lines.join('\n') };
}

/**
 * Whether there is something to join: merged shards may contain only pictures, whatever the flags say; a failed deck
 * has none.
 */
function isMadeOf(decks: readonly ExportedDeck[], of: ExportedProduct['kind']): boolean {
  return decks.length === 0 || decks.some(({ products }) => products.some(({ kind }) => kind === of));
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function lineOf({ kind, pages, bytes, files }: ExportedProduct, shown: (path: string) => string): string {
  const size = sizeOf(bytes);
  const [first = ''] = files;
  if (kind === 'png') return `${shown(dirname(first))}/  ${words().exported.pictures(files.length)}, ${size}`;
  const { pages: inPages, slides } = words().exported;
  return `${shown(first)}  ${(kind === 'pptx' || kind === 'html' ? slides : inPages)(pages)}, ${size}`;
}
