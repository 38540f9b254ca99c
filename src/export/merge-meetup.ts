import { CliError } from '../cli-error.ts';
import type { PrintedProduct, Product } from '../print/types.ts';
import type { MeetupExport, MeetupToExport } from './export-meetup.ts';
import { joinMeetup } from './join-meetup.ts';
import { readShards } from './read-shards.ts';
import { saveDeck } from './save-deck.ts';
import type { ShardContents } from './shard-file.ts';
import { shardState } from './shard-state.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Joins what several machines have exported: writes their files below out/, and the PDF of the whole meetup. No
 * browser is started.
 *
 * @param folders with the machines' shard files
 * @throws CliError where a shard is missing or damaged, or a folder cannot be written
 */
export async function mergeMeetup(
  meetup: Pick<MeetupToExport, 'decks' | 'front' | 'assets' | 'themeRoot' | 'outFolder'>,
  folders: readonly string[],
): Promise<Pick<MeetupExport, 'decks' | 'whole'>> {
  const { decks, front, outFolder } = meetup;
  const slugs = [front, ...decks].map(({ slug }) => slug);
  // Everything is looked at before anything is written.
  const exported = readShards(folders, shardState(meetup)).flatMap((shard) => decksOf(shard, slugs));
  const pdfs = new Map<string, Uint8Array>();
  const target = { outFolder, front: front.slug, pdfs };
  const reports = new Map(
    exported.map((deck) => [deck.slug, saveDeck({ ...deck, seconds: 0, cache: 'off' }, target)]),
  );
  const whole = await joinMeetup([front, ...decks], pdfs, null);
  return {
    decks: decks.flatMap(({ slug }) => reports.get(slug) ?? []),
    whole: whole && writeWhole(front, whole, outFolder),
  };
}

interface MergedDeck {
  readonly slug: string;
  readonly slides: number;
  readonly products: readonly PrintedProduct[];
}

function decksOf({ manifest, files }: ShardContents, slugs: readonly string[]): readonly MergedDeck[] {
  return manifest.decks.map(({ slug, slides, products }) => {
    if (!slugs.includes(slug)) throw notOurs(`a deck "${slug}", which the meetup does not have`);
    return {
      slug,
      slides,
      products: products.map(({ kind, pages, files: paths }) => ({
        product: { kind } as Product,
        pages,
        files: paths.map((path) => ({
          path: within(slug, path),
          bytes: files.get(path) ?? new Uint8Array(),
        })),
      })),
    };
  });
}

/** A file may come from anywhere: it goes where this deck's files go, and nowhere else. */
function within(slug: string, path: string): string {
  const [folder = '', ...names] = path.split('/');
  const isKnown = /^(?:pdf|handout|notes|png|pptx)$/.test(folder);
  const isOfDeck = names.length <= 2 && names.every((name) => name.startsWith(slug) && !name.includes('\\'));
  if (isKnown && isOfDeck && names.length > 0) return path;
  throw notOurs(`a file "${path}", which is none of the deck ${slug}`);
}

function notOurs(what: string): CliError {
  return new CliError(`A shard holds ${what}.`, 'Export it once more.');
}
