import { join, relative } from 'node:path';
import type { Project } from '../base/project.ts';
import { type ExportPlan, wantsWhole } from '../export/plan.ts';
import type { DeckReport, ProductReport } from '../export/save.ts';
import { type Finding, sortFindings } from '../findings/finding.ts';
import { reportJson } from '../findings/report/json.ts';
import type { Outcome } from './report.ts';

/** What was exported. */
export interface Exported {
  readonly decks: readonly DeckReport[];
  readonly whole: ProductReport | null;
  readonly shard?: string | null;
  /** About slides. */
  readonly findings?: readonly Finding[];
}

/** Says what was written where, for people and for programs. */
export function exportOutcome(
  { outFolder }: Project,
  cwd: string,
  plan: ExportPlan,
  { decks, whole, shard = null, findings = [] }: Exported,
  ofContent: readonly Finding[],
): Outcome {
  const absolute = (path: string) => join(outFolder, path);
  const wholeOf = whole && { file: absolute(whole.files[0] ?? ''), pages: whole.pages, bytes: whole.bytes };
  const products = [...decks.flatMap((deck) => deck.products), ...(whole ? [whole] : [])];
  const files = products.reduce((sum, product) => sum + product.files.length, 0);
  const shown = relative(cwd, outFolder) || '.';
  const kept = decks.filter(({ cache }) => cache === 'hit').length;
  const lines = [
    `${files} ${files === 1 ? 'file' : 'files'} in ${shown}/${kept > 0 ? `, ${kept} of ${decks.length} decks unchanged since the last export` : ''}`,
    ...products.map((product) => `  ${lineOf(product, shown)}`),
    ...(shard ? [`  ${join(shown, shard)}  for export --merge`] : []),
    ...(wantsWhole(plan) && !plan.shard && !whole && arePdfsThere(decks)
      ? ['The PDF of the whole meetup was not written: it needs every deck.']
      : []),
  ];
  const all = sortFindings([...ofContent, ...findings]);
  return {
    findings: all,
    facts: {
      decks: decks.map(({ slug, slides, seconds, cache, products: made }) => ({
        deck: slug,
        slides,
        pages: made[0]?.pages ?? 0,
        bytes: made.reduce((sum, { bytes }) => sum + bytes, 0),
        seconds: Math.round(seconds * 1000) / 1000,
        cache,
        files: made.flatMap((product) => product.files.map(absolute)),
        findings: reportJson(all.filter(({ args }) => 'deck' in args && args.deck === slug)),
      })),
      whole: wholeOf,
      shard: shard && absolute(shard),
    },
    summary: lines.join('\n'),
  };
}

/** Shards may be of pictures alone, whatever this command line says; a deck that failed has nothing. */
function arePdfsThere(decks: readonly DeckReport[]): boolean {
  return decks.length === 0 || decks.some(({ products }) => products.some(({ kind }) => kind === 'pdf'));
}

function lineOf({ kind, pages, bytes, files }: ProductReport, folder: string): string {
  const size = bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  const [first = ''] = files;
  if (kind === 'png') return `${join(folder, first, '..')}/  ${files.length} pictures, ${size}`;
  return `${join(folder, first)}  ${pages} ${kind === 'pptx' ? 'slides' : 'pages'}, ${size}`;
}
