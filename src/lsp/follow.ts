import type { Position } from 'vscode-languageserver';
import type { MeetupState } from './open-meetup.ts';
import { lineOfSlide, slideAt } from './outline.ts';
import { summaryAt, uriOf } from './places.ts';
import type { Preview, SlidePlace } from './preview.ts';

/** A slide with its address: the result of `talkdeck/preview`. */
export interface ShownSlide extends SlidePlace {
  readonly url: string;
}

/** Makes the cursor and the slide on screen follow each other. */
export interface Follow {
  /**
   * Address of the slide that shows a line; null if none does.
   * @throws CliError if `talkdeck dev` cannot start
   */
  open(uri: string, position: Position): Promise<ShownSlide | null>;
  /** The cursor has moved: pages that the editor opened go to its slide. */
  cursor(uri: string, position: Position): void;
}

interface Around {
  /** Null if its files are gone. */
  stateAt(root: string): MeetupState | null;
  /** Moves the cursor to a line. @param line 0-based */
  goTo(uri: string, line: number): void;
}

/** The slide that shows the cursor's line. */
type Span = NonNullable<ReturnType<typeof slideAt>>;

export function followSlides(preview: Preview, { stateAt, goTo }: Around): Follow {
  /** The last known position of the cursor, by the meetup's root. */
  const cursors = new Map<string, Span>();
  const find = (uri: string, { line }: Position) => {
    const place = summaryAt(uri);
    const state = place && stateAt(place.root);
    const span = place && state ? slideAt(state, place.path, line + 1) : null;
    return place && span ? { root: place.root, span } : null;
  };
  preview.onShown((root, shown) => {
    const cursor = cursors.get(root);
    // The cursor is already in the slide's source.
    if (cursor?.deck === shown.deck && cursor.slide === shown.slide) return;
    const state = stateAt(root);
    const place = state && lineOfSlide(state, shown);
    if (!place) return;
    const { file, line } = place;
    const there = find(uriOf(root, file), { line: line - 1, character: 0 });
    // The editor will report its cursor: that must not lead the page.
    if (there) cursors.set(root, there.span);
    goTo(uriOf(root, file), line - 1);
  });
  return {
    async open(uri, position) {
      const found = find(uri, position);
      if (!found) return null;
      const { root, span } = found;
      cursors.set(root, span);
      const place = { deck: span.deck, slide: span.slide };
      return { ...place, url: await preview.slideUrl(root, place) };
    },
    cursor(uri, position) {
      const found = find(uri, position);
      if (!found) return;
      const { root, span } = found;
      const before = cursors.get(root);
      cursors.set(root, span);
      if (before && before.deck === span.deck && before.slide === span.slide) return;
      void preview.lead(root, { deck: span.deck, slide: span.slide });
    },
  };
}
