import { type Finding, toMessage } from '../finding.ts';
import type { Severity } from '../messages/message.ts';

/** A finding with its message, as shown in reports and returned by src/index.ts. */
export interface WordedFinding {
  readonly code: string;
  readonly severity: Severity;
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  /** 1-based, like `column`. */
  readonly line: number;
  /** In UTF-16 units. */
  readonly column: number;
  /** Length of the marked text, in UTF-16 units; 0 for a position. */
  readonly length: number;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** The slide concerned, 1-based, for findings from the browser. */
  readonly slide?: { readonly deck: string; readonly number: number };
  /** Path of a picture of that slide, relative to the root. */
  readonly picture?: string;
  /** Edits that fix it, if it can be fixed mechanically. */
  readonly edits?: readonly WordedEdit[];
}

/** Replaces `length` UTF-16 units at a line and column of the file with `text`. */
export interface WordedEdit {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
}

/** A finding in the JSON output of commands; the fields are documented in README. */
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
