/** The text of a finding. */
export interface Message {
  readonly what: string;
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
}

/** Only errors stop a build. Advice is about good summaries. */
export type Severity = 'error' | 'warning' | 'note' | 'advice';

/** Possible problems by code. The arguments of `say` are stored in findings of that code. */
export type FindingTable = Readonly<
  Record<string, { readonly severity: Severity; say(args: never): Message }>
>;

export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

export function didYouMean(suggestion: string | null): string {
  return suggestion === null ? '' : ` Did you mean "${suggestion}"?`;
}

export function shorten(text: string): string {
  return text.length > 40 ? `"${text.slice(0, 40)}\u2026"` : `"${text}"`;
}

/** The wording of a table's findings in another language: one entry per code, with the same facts. */
export type WordsOf<Table> = {
  readonly [Code in keyof Table]: Table[Code] extends { say(...args: infer Args): Message }
    ? (...args: Args) => Message
    : never;
};

/** A character's Unicode code point. */
export function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
