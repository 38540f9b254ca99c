import type { Severity } from '../../findings/messages/message.ts';

/** What the pages of `talkdeck dev` know, sent as JSON: whole to a new page, then what changes. All texts are raw. */
export interface DevState {
  /** Null while there is no sound event.md. */
  readonly event: {
    readonly title: string;
    readonly subtitle: string | null;
    /** ISO 8601. */
    readonly date: string | null;
    /** BCP 47. */
    readonly lang: string;
    readonly look: 'quiet' | 'bold' | 'vivid';
    /** Of the canvas: width and height in its pixels. */
    readonly canvas: readonly [number, number];
  } | null;
  /** In the order of the talks; the Q&A deck is the last. */
  readonly decks: readonly DeckCard[];
  /** In the order of the decks' slides. */
  readonly questions: readonly QuestionCard[];
  /** Sorted by file and place. */
  readonly findings: readonly FindingCard[];
  /** What keeps everything from being compiled, such as a template with an error. */
  readonly problem: { readonly message: string; readonly hint: string | null } | null;
}

/** What has changed of a state since the one before. */
export interface StateChange extends Pick<DevState, 'event' | 'problem'> {
  readonly decks: ListChange<DeckCard>;
  readonly questions: ListChange<QuestionCard>;
  readonly findings: ListChange<FindingCard>;
}

/** A list in pieces, in order: so many items of the list before, from an index on, or items that it did not have. */
export type ListChange<T> = readonly (
  | { readonly from: number; readonly count: number }
  | { readonly items: readonly T[] }
)[];

export interface DeckCard {
  readonly slug: string;
  readonly kind: 'opening' | 'speaker' | 'qa' | 'closing';
  readonly title: string;
  /** The title, with a zero-width space wherever a line of Chinese may end. */
  readonly heading: string;
  /** CSS colour, may be `var(--accent-1)`. */
  readonly accent: string;
  /** Who speak, or who answer in the Q&A deck. */
  readonly people: readonly PersonCard[];
  readonly cover: CoverCard;
  /** Cover included. */
  readonly slides: number;
  /** Path of the summary that the deck is of, relative to the root; null for the Q&A deck. */
  readonly source: string | null;
}

/** What the deck's first slide says: in its texts, but for names, is a zero-width space wherever a line of Chinese may end. */
export interface CoverCard {
  readonly title: string;
  /** Which evening; null where that is the title. */
  readonly event: string | null;
  readonly date: string | null;
  /** Of the evening's own cover. */
  readonly venue: string | null;
  readonly subtitle: string | null;
  /** None of a crowd. */
  readonly people: readonly PersonCard[];
  /** Who is host and organizer; null where it is not said. */
  readonly hosts: string | null;
  /** Step of the type scale. */
  readonly density: number;
  /** Whether a panel with a portrait stands beside the words. */
  readonly isPanel: boolean;
  readonly logos: readonly LogoCard[];
  readonly sponsors: readonly (LogoCard & { readonly width: number; readonly height: number })[];
  /** The only fact about who speaks. */
  readonly fact: string | null;
  /** What fills its ground, and the scrim over it in per cent; null for none. */
  readonly ground: { readonly src: string; readonly tone: 'ink' | 'paper'; readonly scrim: number } | null;
}

export interface LogoCard {
  /** Address. */
  readonly src: string;
  readonly chip: 'paper' | 'ink' | null;
}

export interface PersonCard {
  readonly name: string;
  /** A letter or two of the name. */
  readonly monogram: string;
  readonly role: string | null;
  readonly org: string | null;
  /** Address of a picture; null where there is none. */
  readonly portrait: string | null;
  /** CSS colour. */
  readonly accent: string;
}

export interface QuestionCard {
  /** Of the exchange, from 1. */
  readonly number: number;
  /** Stays the same while the question is edited: the path of its file, relative to the root. */
  readonly id: string;
  readonly text: string;
  readonly topic: string;
  readonly askedBy: string;
  readonly askedTo: readonly string[];
  /** Who answers, in order, each once. */
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
  /** Lines of the file with a mark below the place; empty where there are none to show. */
  readonly frame: string;
  /** The slides that it concerns; empty where it is of no deck, or of one that was never sound. */
  readonly places: readonly SlidePlace[];
  /** Nothing of the file can be read before it is fixed: every slide made of it is as it was before. */
  readonly isUnread: boolean;
}

/** A slide of a deck. */
export interface SlidePlace {
  /** Slug. */
  readonly deck: string;
  /** 1-based. */
  readonly slide: number;
}

/** What has to be told of `after` to who knows `before`: items that are the same objects are not told again. Pure. */
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
