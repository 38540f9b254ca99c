import type { Severity } from '../../findings/messages/message.ts';

/** State of the pages of `talkdeck dev`, sent as JSON: whole to a new page, then as changes. All texts are raw. */
export interface DevState {
  /** Null while there is no valid event.md. */
  readonly event: {
    readonly title: string;
    readonly subtitle: string | null;
    /** ISO 8601. */
    readonly date: string | null;
    /** BCP 47. */
    readonly lang: string;
    readonly look: 'quiet' | 'bold' | 'vivid';
    /** Size of the canvas: width and height in its pixels. */
    readonly canvas: readonly [number, number];
  } | null;
  /** In the order of the talks; the Q&A deck is the last. */
  readonly decks: readonly DeckCard[];
  /** In the order of the decks' slides. */
  readonly questions: readonly QuestionCard[];
  /** Sorted by file and position. */
  readonly findings: readonly FindingCard[];
  /** A problem that prevents compiling, such as a template with an error. */
  readonly problem: { readonly message: string; readonly hint: string | null } | null;
}

/** Changes to the previous state. */
export interface StateChange extends Pick<DevState, 'event' | 'problem'> {
  readonly decks: ListChange<DeckCard>;
  readonly questions: ListChange<QuestionCard>;
  readonly findings: ListChange<FindingCard>;
}

/** A list in pieces, in order: a range of the previous list by index and length, or new items. */
export type ListChange<T> = readonly (
  | { readonly from: number; readonly count: number }
  | { readonly items: readonly T[] }
)[];

export interface DeckCard {
  readonly slug: string;
  readonly kind: 'opening' | 'speaker' | 'qa' | 'closing';
  readonly title: string;
  /** The title, with zero-width spaces where a line of Chinese may break. */
  readonly heading: string;
  /** CSS colour, may be `var(--accent-1)`. */
  readonly accent: string;
  /** Speakers, or for the Q&A deck those who answer. */
  readonly people: readonly PersonCard[];
  readonly cover: CoverCard;
  /** Including the cover. */
  readonly slides: number;
  /** Path of the deck's summary, relative to the root; null for the Q&A deck. */
  readonly source: string | null;
}

/** Content of a deck's cover. Texts other than names have zero-width spaces where a line of Chinese may break. */
export interface CoverCard {
  readonly title: string;
  /** The event; null if that is the title. */
  readonly event: string | null;
  readonly date: string | null;
  /** On the evening's cover. */
  readonly venue: string | null;
  readonly subtitle: string | null;
  /** Empty if there are too many. */
  readonly people: readonly PersonCard[];
  /** Host and organizer; null if not given. */
  readonly hosts: string | null;
  /** Step of the type scale. */
  readonly density: number;
  /** Whether a panel with a portrait is beside the text. */
  readonly isPanel: boolean;
  readonly logos: readonly LogoCard[];
  readonly sponsors: readonly (LogoCard & { readonly width: number; readonly height: number })[];
  /** The only fact about the speaker. */
  readonly fact: string | null;
  /** Picture that fills the background, with the strength of the scrim over it in per cent; null for none. */
  readonly ground: { readonly src: string; readonly tone: 'ink' | 'paper'; readonly scrim: number } | null;
}

export interface LogoCard {
  /** Address. */
  readonly src: string;
  readonly chip: 'paper' | 'ink' | null;
}

export interface PersonCard {
  readonly name: string;
  /** One or two characters of the name. */
  readonly monogram: string;
  readonly role: string | null;
  readonly org: string | null;
  /** Address of a picture; null if there is none. */
  readonly portrait: string | null;
  /** CSS colour. */
  readonly accent: string;
}

export interface QuestionCard {
  /** 1-based number of the exchange. */
  readonly number: number;
  /** Unchanged by edits of the question: the path of its file, relative to the root. */
  readonly id: string;
  readonly text: string;
  readonly topic: string;
  readonly askedBy: string;
  readonly askedTo: readonly string[];
  /** People who answer, in order, without duplicates. */
  readonly answeredBy: readonly string[];
  /** 1-based, in the Q&A deck. */
  readonly slide: number;
}

export interface FindingCard {
  readonly severity: Severity;
  readonly code: string;
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** Lines of the file with a mark below the position; empty if there are none to show. */
  readonly frame: string;
  /** The slides concerned; empty if they belong to no deck, or to one that was never valid. */
  readonly places: readonly SlidePlace[];
  /** Whether it makes the whole file unreadable, so that all its slides keep their earlier content. */
  readonly isUnread: boolean;
}

/** A slide of a deck. */
export interface SlidePlace {
  /** Slug. */
  readonly deck: string;
  /** 1-based. */
  readonly slide: number;
}

/** The difference between two states: items that are the same objects are not sent again. Pure. */
export function changeOf(before: DevState, after: DevState): StateChange {
  const { event, problem } = after;
  return {
    event,
    problem,
    decks: listChange(before.decks, after.decks),
    questions: listChange(before.questions, after.questions),
    findings: listChange(before.findings, after.findings),
  };
}

function listChange<T>(before: readonly T[], after: readonly T[]): ListChange<T> {
  const places = new Map(before.map((item, index) => [item, index]));
  const pieces: ({ from: number; count: number } | { items: T[] })[] = [];
  for (const item of after) {
    const place = places.get(item);
    const last = pieces.at(-1);
    if (place === undefined) {
      if (last && 'items' in last) last.items.push(item);
      else pieces.push({ items: [item] });
    } else if (last && 'from' in last && last.from + last.count === place) last.count += 1;
    else pieces.push({ from: place, count: 1 });
  }
  return pieces;
}
