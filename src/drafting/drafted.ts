/** Lines of the transcript, from 1, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** Words of the transcript with the lines that they stand in: in their order, some between them deleted. */
export interface Point {
  readonly text: string;
  readonly lines: Lines;
}

/** A slide. */
export type DraftSection = {
  readonly heading: Heading;
  /** The sentences that its points were taken from, in full. */
  readonly notes: readonly string[];
} & SectionBody;

/** A heading rests on lines where it is taken from them; 数字 over figures is none of the speaker's words. */
export interface Heading {
  readonly text: string;
  readonly lines: Lines | null;
}

export type SectionBody =
  | { readonly kind: 'points'; readonly points: readonly Point[] }
  | {
      readonly kind: 'steps';
      /** The number of the first: a list that begins at three is not counted anew. */
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
  /** A few words that could be its title; null where none are good enough. */
  readonly title: Point | null;
  readonly takeaway: Point | null;
  /** In order of the talk, figures last. */
  readonly sections: readonly DraftSection[];
}

export interface ExchangeDraft {
  /** The sentence that asks. */
  readonly question: Point | null;
  /** One for each who answers, in order. */
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
