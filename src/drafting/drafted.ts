/** Lines of the transcript, 1-based, inclusive. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Words of the transcript in their order, possibly with gaps, and the lines they are from. */
export interface Point {
  readonly text: string;
  readonly lines: Lines;
}

/** A slide. */
export type DraftSection = {
  readonly heading: Heading;
  /** The full sentences that its points were taken from. */
  readonly notes: readonly string[];
} & SectionBody;

/** `lines` is null for a heading not taken from the transcript, such as 数字 over figures. */
export interface Heading {
  readonly text: string;
  readonly lines: Lines | null;
}

export type SectionBody =
  | { readonly kind: 'points'; readonly points: readonly Point[] }
  | {
      readonly kind: 'steps';
      /** Number of the first step; a list may begin at three. */
      readonly start: number;
      readonly points: readonly Point[];
    }
  | {
      readonly kind: 'table';
      readonly header: readonly [string, string];
      readonly rows: readonly TableRow[];
    }
  | { readonly kind: 'stats'; readonly stats: readonly Stat[] };

export interface TableRow {
  readonly cells: readonly [string, string];
  readonly lines: Lines;
}

export interface Stat {
  readonly value: string;
  readonly label: string;
  readonly lines: Lines;
}

export interface TalkDraft {
  /** A few words that could be its title; null if none are good enough. */
  readonly title: Point | null;
  readonly takeaway: Point | null;
  /** In order of the talk, figures last. */
  readonly sections: readonly DraftSection[];
}

export interface ExchangeDraft {
  /** The sentence that asks. */
  readonly question: Point | null;
  /** One per person who answers, in order. */
  readonly answers: readonly AnswerDraft[];
}

export interface AnswerDraft {
  readonly speaker: string;
  readonly bodies: readonly Extract<SectionBody, { kind: 'points' | 'steps' }>[];
  readonly notes: readonly string[];
}

export function atLine(text: string, line: number): Point {
  return { text, lines: { first: line, last: line } };
}
