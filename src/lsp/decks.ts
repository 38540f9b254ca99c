import { plainText } from '../content/summary/markup.ts';
import { placesOf, shownFiles } from '../dev/state/state-of.ts';
import type { Finding } from '../findings/finding.ts';
import type { MeetupState } from './open-meetup.ts';
import { uriOf } from './places.ts';
import type { SlidePlace } from './preview.ts';

/** A deck as an editor lists it; `talkdeck/decks` returns a list of them. */
export interface ListedDeck {
  /** Slug. */
  readonly deck: string;
  readonly title: string;
  readonly slides: readonly {
    /** 1-based. */
    readonly slide: number;
    readonly title: string;
    /** Name of its kind: `points`. */
    readonly kind: string;
    /** Address of its summary. */
    readonly uri: string;
    /** 0-based line where it begins. */
    readonly line: number;
    readonly errors: number;
    /** Number of warnings, notes and advice. */
    readonly others: number;
  }[];
}

/** All decks as last built without errors, with current findings. */
export function listDecks(
  root: string,
  { compilation }: MeetupState,
  findingsOf: (path: string) => readonly Finding[],
): readonly ListedDeck[] {
  const decks = (compilation?.decks ?? []).map(({ deck }) => deck);
  const counts = new Map<string, { errors: number; others: number }>();
  for (const [path, shown] of shownFiles(decks)) {
    for (const { severity, at } of findingsOf(path)) {
      for (const place of placesOf(at.line, shown)) {
        const key = keyOf(place);
        const count = counts.get(key) ?? { errors: 0, others: 0 };
        count[severity === 'error' ? 'errors' : 'others'] += 1;
        counts.set(key, count);
      }
    }
  }
  return decks.map(({ slug, title, cover, slides }) => ({
    deck: slug,
    title,
    slides: [cover, ...slides].map(({ title: own, kind, origin, ...rest }, index) => {
      const place = { deck: slug, slide: index + 1 };
      const part = 'part' in rest && rest.part ? ` (${rest.part.index}/${rest.part.total})` : '';
      return {
        slide: place.slide,
        title: plainText(own) + part,
        kind,
        uri: uriOf(root, origin.file),
        line: origin.line - 1,
        ...(counts.get(keyOf(place)) ?? { errors: 0, others: 0 }),
      };
    }),
  }));
}

function keyOf({ deck, slide }: SlidePlace): string {
  return `${deck}/${slide}`;
}
