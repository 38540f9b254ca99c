import { join } from 'node:path';
import * as v from 'valibot';
import { contentDigest, digestOf, digestOfAll } from '../base/changed.ts';
import type { Project } from '../base/project.ts';
import { FILE_LIMITS, readFile } from '../base/read-file.ts';
import { PathBelow } from '../base/store.ts';
import { stampsOf } from '../build/build-record.ts';
import type { Compilation } from '../build/compile.ts';
import { assetsOf, deckKey, digestAssets } from './deck-key.ts';
import { printableDecks } from './printable-decks.ts';
import type { DeckReport, ProductReport } from './save.ts';

/** Records from which text, pictures and theme each file below out/ was made, by whichever export. */
const RECORD = 'made.json';

const Made = v.record(
  PathBelow,
  v.object({
    /** Digest of the file. */
    file: v.string(),
    /** Digest of the deck's content at that time. */
    source: v.string(),
  }),
);
type Made = v.InferOutput<typeof Made>;

/**
 * Records what an export has made, and keeps records of earlier exports whose files still exist.
 * @param compilation what was exported
 */
export function recordMade(
  project: Project,
  compilation: Compilation,
  { decks, whole }: { readonly decks: readonly DeckReport[]; readonly whole: ProductReport | null },
): void {
  const sourceOf = deckSources(project, compilation);
  const before = Object.entries(readMade(project)).filter(([path]) => digestAt(project, path) !== null);
  const products = [
    ...decks.flatMap(({ slug, products }) => products.map(({ files }) => ({ slug, files }))),
    ...(whole ? [{ slug: compilation.front.deck.slug, files: whole.files, isWhole: true }] : []),
  ];
  const now = products.flatMap(({ slug, files, ...of }) =>
    files.flatMap((path) => {
      const file = digestAt(project, path);
      return file === null ? [] : [[path, { file, source: sourceOf(slug, 'isWhole' in of) }] as const];
    }),
  );
  stampsOf(project).putJson(RECORD, Object.fromEntries([...before, ...now]) satisfies Made);
}

/**
 * Tells whether a file matches its deck as it is now. Null if no export on this machine has left this file.
 * @param compilation as it is now
 */
export function madeFiles(
  project: Project,
  compilation: Compilation,
): (path: string, bytes: Uint8Array, slug: string, isWhole: boolean) => boolean | null {
  const made = readMade(project);
  const sourceOf = deckSources(project, compilation);
  return (path, bytes, slug, isWhole) => {
    const known = made[path];
    return known?.file === digestOf(bytes) ? known.source === sourceOf(slug, isWhole) : null;
  };
}

/** Digest of everything that a deck, or all of them together, shows. */
function deckSources(
  project: Project,
  { front, decks, files }: Compilation,
): (slug: string, isWhole: boolean) => string {
  const theme = contentDigest([project.themeFolder]);
  const printable = printableDecks(project, { decks: [front, ...decks], files });
  const assetsFor = assetsOf(printable.decks, digestAssets(printable.assets));
  const [first, ...others] = printable.decks.map((deck) => ({
    slug: deck.slug,
    source: deckKey(deck, { kind: 'pdf', clicks: false }, assetsFor(deck), theme),
  }));
  const whole = digestOfAll([first, ...others].map((deck) => deck?.source ?? ''));
  const sources = new Map(others.map(({ slug, source }) => [slug, source]));
  return (slug, isWhole) => (isWhole ? whole : (sources.get(slug) ?? ''));
}

function readMade(project: Project): Made {
  return stampsOf(project).getJson(RECORD, Made) ?? {};
}

function digestAt({ outFolder }: Project, path: string): string | null {
  const read = readFile(join(outFolder, path), { place: { within: outFolder }, limit: FILE_LIMITS.other });
  return read.state === 'ok' ? digestOf(read.value) : null;
}
