import { type Finding, toMessage } from '../finding.ts';
import type { Severity } from '../messages/message.ts';

/** A finding with its words: what reports show, and what the functions of src/index.ts return. */
export interface WordedFinding {
  readonly code: string;
  readonly severity: Severity;
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  /** From 1, as the column. */
  readonly line: number;
  /** In UTF-16 units. */
  readonly column: number;
  /** Of what is marked, in UTF-16 units; 0 for a place. */
  readonly length: number;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** The slide that the finding is about, from 1; only a look in the browser finds those. */
  readonly slide?: { readonly deck: string; readonly number: number };
  /** Path of that slide's picture, relative to the root. */
  readonly picture?: string;
  /** What mends it, where that is mechanical. */
  readonly edits?: readonly WordedEdit[];
}

/** Text to put in place of `length` UTF-16 units at a line and column of the file. */
export interface WordedEdit {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
}

/** A finding for programs that read what a command prints; the fields are documented in README. */
export type JsonFinding = Omit<WordedFinding, 'length' | 'slide'>;

export function wordFindings(findings: readonly Finding[]): readonly WordedFinding[] {
  return findings.map(({ code, severity, file, at, args, edits }) => {
    const { what, why, fix } = toMessage({ code, args } as Finding);
    const picture = 'picture' in args ? args.picture : null;
    return {
      ...{ code, severity, file, ...at, message: what, why, fix },
      ...('deck' in args ? { slide: { deck: args.deck, number: args.slide } } : {}),
      ...(picture === null ? {} : { picture }),
      ...(edits === undefined ? {} : { edits: edits.map((edit) => ({ ...edit.at, text: edit.text })) }),
    };
  });
}

export function reportJson(findings: readonly WordedFinding[]): readonly JsonFinding[] {
  return findings.map(({ code, severity, file, line, column, message, why, fix, picture, edits }) => ({
    ...{ code, severity, file, line, column, message, why, fix },
    ...(picture === undefined ? {} : { picture }),
    ...(edits === undefined ? {} : { edits }),
  }));
}
