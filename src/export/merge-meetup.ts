import { CliError, type Wording, wording } from '../base/errors.ts';
import type { PrintedProduct, Product } from '../print/types.ts';
import type { MeetupExport, MeetupToExport } from './export-meetup.ts';
import { KINDS, opens, productPaths } from './products.ts';
import { saveDeck, writeWhole } from './save.ts';
import { type FoundShard, readShards, shardState } from './shards.ts';
import { joinMeetup, wholeParts } from './whole.ts';

/**
 * Joins the exports of several machines: writes their files below out/, and the PDF of the whole meetup. Needs no
 * browser.
 *
 * @param folders with the machines' shard files
 * @throws CliError if a shard is missing, damaged or not of these decks, or a folder cannot be written
 */
export async function mergeMeetup(
  meetup: Pick<MeetupToExport, 'decks' | 'front' | 'hasOpening' | 'assets' | 'themeRoot' | 'outFolder'>,
  folders: readonly string[],
): Promise<Pick<MeetupExport, 'decks' | 'whole'>> {
  const { decks, front, outFolder } = meetup;
  const parts = wholeParts(meetup);
  const slides = new Map(parts.map(({ slug, origins }) => [slug, origins.length]));
  const paths = new Set(
    [...slides].flatMap(([slug, count]) => KINDS.flatMap((kind) => productPaths({ kind }, slug, count))),
  );
  // Everything is checked before anything is written.
  const exported: MergedDeck[] = [];
  for (const shard of readShards(folders, shardState(meetup), (path) => paths.has(path))) {
    for (const deck of decksOf(shard, slides)) {
      await refuseUnopened(shard.path, deck);
      exported.push(deck);
    }
  }
  const pdfs = new Map<string, Uint8Array>();
  const target = { outFolder, front: front.slug, pdfs };
  const reports = new Map(
    exported.map((deck) => [deck.slug, saveDeck({ ...deck, seconds: 0, cache: 'off' }, target)]),
  );
  const whole = await joinMeetup(front, parts, pdfs, null);
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

/** File paths follow from the deck; the shard does not choose them. */
function decksOf(
  { path, manifest, files }: FoundShard,
  slidesOf: ReadonlyMap<string, number>,
): readonly MergedDeck[] {
  return manifest.decks.map(({ slug, products }) => {
    const slides = slidesOf.get(slug);
    if (slides === undefined) throw notOurs(path, wording`a deck "${slug}", which the meetup does not have`);
    return {
      slug,
      slides,
      products: products.map(({ kind, pages, files: listed }) => {
        const product = { kind } as Product;
        const paths = productPaths(product, slug, slides);
        const odd = listed.find((name, index) => name !== paths[index]);
        const missing = paths[listed.length];
        if (odd !== undefined)
          throw notOurs(path, wording`a file "${odd}", which is none of the deck ${slug}`);
        if (missing !== undefined) throw notOurs(path, wording`no file "${missing}"`);
        return {
          product,
          pages,
          files: paths.map((name) => ({ path: name, bytes: files.get(name) ?? new Uint8Array() })),
        };
      }),
    };
  });
}

/** Unreadable files must not replace readable ones. */
async function refuseUnopened(path: string, { products }: MergedDeck): Promise<void> {
  for (const { product, pages, files } of products) {
    if (await opens(product.kind, pages, files)) continue;
    throw notOurs(
      path,
      wording`a file "${files[0]?.path ?? ''}" that cannot be opened, or has other pages than it says`,
    );
  }
}

function notOurs(path: string, what: Wording): CliError {
  return new CliError(
    wording`${path} holds ${what}.`,
    wording`Nothing was written. Export this shard once more.`,
  );
}
