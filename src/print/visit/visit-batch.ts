import type { Browser } from 'playwright-core';
import { wording } from '../../base/errors.ts';
import type { Bundle } from '../../slidev/job.ts';
import { type OpenedDecks, openPage, type PageRequest, withinTime } from '../browser/open-page.ts';
import { showDeck } from '../page/show-deck.ts';
import { type DeckSpan, deckSpans, type PrintableDeck } from '../types.ts';

/** One deck, alone on a browser page. */
export interface ShownDeck extends OpenedDecks {
  readonly deck: PrintableDeck;
  readonly span: DeckSpan;
  /** The 0-based page on which each slide begins. */
  readonly pageOf: readonly number[];
}

export interface VisitedDeck extends ShownDeck {
  /** The decks of the bundle, in order. */
  readonly batch: readonly PrintableDeck[];
}

export type Visit = (visited: VisitedDeck) => Promise<void>;

/** Time limit for one deck: much more than needed, so that only a hanging browser reaches it. */
const PATIENCE_MS = 60_000;
const PATIENCE_PER_SLIDE_MS = 5_000;

/**
 * Opens the decks of a bundle on one page, and visits them one by one.
 * @returns addresses that were requested and not served
 */
export async function visitBatch(
  browser: Browser,
  bundle: Bundle,
  batch: readonly PrintableDeck[],
  visit: Visit,
  request: Pick<PageRequest, 'timeoutMs' | 'blank'>,
): Promise<readonly string[]> {
  const spans = deckSpans(bundle, batch.length);
  return openPage(browser, bundle, request, async (opened) => {
    for (const [index, deck] of batch.entries()) {
      const span = spans[index];
      if (!span || span.count === 0) continue;
      const visited = opened.page
        .evaluate(showDeck, span)
        .then((pageOf) => visit({ ...opened, deck, batch, span, pageOf }));
      const patience = (request.timeoutMs ?? PATIENCE_MS) + span.count * PATIENCE_PER_SLIDE_MS;
      await withinTime(browser, patience, wording`${deck.slug}`, visited);
    }
    return opened.unserved;
  });
}
