import type { AuditOptions, AuditResult, PrintableDeck } from '../print/types.ts';
import { openPrintCache } from './cache.ts';
import { environmentOf, signEnvironment } from './deck-key.ts';
import { type ExportedDeck, exportDecks } from './export-decks.ts';
import { chooseDecks, describePlan, type ExportPlan, wantsWhole } from './plan.ts';
import { type DeckReport, type ProductReport, saveDeck, writeWhole, writeWholeHtml } from './save.ts';
import { shardState, takeShard, writeShard } from './shards.ts';
import { joinMeetup, type WholePdf, wholeParts } from './whole.ts';
import { joinPages } from './whole-html.ts';

/** Enough for several hundred decks with pictures. */
const CACHE_BYTES = 512 * 2 ** 20;

export interface MeetupToExport extends AuditOptions {
  /** Without the front deck. */
  readonly decks: readonly PrintableDeck[];
  /** Gives the PDF of the whole meetup its name and title. */
  readonly front: PrintableDeck;
  /** Whether the first deck opens the evening and so replaces the front deck. */
  readonly hasOpening?: boolean;
  /** Absolute. */
  readonly outFolder: string;
  /** Absolute path of the print cache; none by default. */
  readonly printFolder?: string | null;
}

export interface MeetupExport {
  readonly decks: readonly DeckReport[];
  readonly result: AuditResult;
  /** PDF of all decks; null if not requested, or if a deck could not be printed. */
  readonly whole: ProductReport | null;
  /** One file of all decks; null if not requested, or if a deck could not be printed. */
  readonly wholeHtml: ProductReport | null;
  /** The file for `--merge`, below out/; null if not requested, or if a deck could not be printed. */
  readonly shard: string | null;
}

/**
 * Writes what the plan asks for below out/, each deck as soon as it is done.
 *
 * @throws as `printDecks` does; CliError if there is no such deck, or a folder cannot be written
 */
export async function exportMeetup(meetup: MeetupToExport, plan: ExportPlan): Promise<MeetupExport> {
  const { front, outFolder, themeRoot, browserPath } = meetup;
  const { products, shard, useCache } = plan;
  const chosen = chooseDecks(meetup.decks, plan.names);
  const wholes = (['pdf', 'html'] as const).filter((kind) => wantsWhole(plan, kind));
  const all = wholes.length > 0 ? wholeParts(meetup) : chosen;
  const decks = shard ? takeShard(all, shard) : all;
  const before = signEnvironment(themeRoot, browserPath);
  const environment = environmentOf(themeRoot, browserPath);
  const cache = useCache ? openPrintCache(meetup.printFolder ?? null) : null;
  const reports = new Map<string, DeckReport>();
  const pdfs = wantsWhole(plan) && !shard ? new Map<string, Uint8Array>() : null;
  const pages = wantsWhole(plan, 'html') ? new Map<string, Uint8Array>() : null;
  const ofShard: ExportedDeck[] = [];
  let whole = null as Promise<WholePdf | null> | null;

  const result = await exportDecks({
    ...meetup,
    decks,
    cache,
    shellFolder: useCache ? (meetup.shellFolder ?? null) : null,
    environment,
    productsOf: (deck) =>
      deck === front ? products.filter(({ kind }) => wholes.some((whole) => whole === kind)) : products,
    save: (deck) => {
      reports.set(deck.slug, saveDeck(deck, { outFolder, front: front.slug, pdfs, pages }));
      if (shard) ofShard.push(deck);
      if (pdfs?.size !== all.length) return;
      whole = joinMeetup(front, all, pdfs, cache && { cache, environment });
      whole.catch(() => {}); // Awaited after the browser is closed.
    },
  }).finally(() => {
    // If the theme was touched meanwhile, the prints belong to no known state.
    if (signEnvironment(themeRoot, browserPath) !== before) cache?.forget();
  });
  const joined = await whole;
  const kept = cache && { cache, environment };
  const shellFolder = useCache ? (meetup.shellFolder ?? null) : null;
  const inOne = pages && (await joinPages(front, all, pages, kept, { ...meetup, shellFolder }));
  const made = result.saved.length === decks.length ? ofShard : null;
  cache?.trim(CACHE_BYTES);
  return {
    decks: chosen.flatMap(({ slug }) => reports.get(slug) ?? []),
    result,
    whole: joined && writeWhole(front, joined, outFolder),
    wholeHtml: inOne && writeWholeHtml(front, inOne, outFolder),
    shard:
      shard && writeShard(outFolder, shard, { ...shardState(meetup), options: describePlan(plan) }, made),
  };
}
