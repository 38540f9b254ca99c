import type { DecksReport } from '../build/write-decks.ts';
import type { Deck } from '../deck/deck.ts';

/** No talk is called so. */
const QA = 'qa.md';

/**
 * Says what became of files that were edited by hand, and of those whose talk is gone: a sentence or two for each.
 * @param folder slides/ as it is to be shown
 */
export function describeKept(
  { kept, removed }: Pick<DecksReport, 'kept' | 'removed'>,
  folder: string,
  decks: readonly Deck[],
): readonly string[] {
  return [
    ...kept.map(({ path, keptAs, line }) => {
      if (line === null)
        return `${folder}/${path} was not what talkdeck wrote: that file is ${folder}/${keptAs} now. To show it, put it in the place of the one in content/assets/.`;
      const from = sourceOf(path, decks);
      return `${folder}/${path} was edited by hand: that version is ${folder}/${keptAs} now, and differs first in line ${line}. To keep the change, make it in ${from}, or, for all slides of a kind, in a template (docs/templates.md).`;
    }),
    ...removed.map(
      (path) =>
        `${folder}/${path} was removed: ${path === QA ? 'there is no question any more' : 'its talk is gone'}.`,
    ),
  ];
}

function sourceOf(path: string, decks: readonly Deck[]): string {
  const deck = decks.find(({ slug }) => path === `${slug}.md`);
  if (deck === undefined) return 'content/event.md';
  return deck.kind === 'qa' ? 'content/qa/' : deck.cover.origin.file;
}
