import type { Diagnostic } from './diagnostic.ts';
import { toMessage } from './message.ts';
import { pictureOf } from './picture-of.ts';

/** A finding for programs; the fields are documented in README. */
export interface JsonFinding {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** Of the slide, where the finding is about one. */
  readonly picture?: string;
  /** What mends it: text to put in place of `length` UTF-16 units at a line and column of the file. */
  readonly edits?: readonly JsonEdit[];
}

export interface JsonEdit {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
}

export function reportJson(diagnostics: readonly Diagnostic[]): readonly JsonFinding[] {
  return diagnostics.map((diagnostic) => {
    const { what, why, fix } = toMessage(diagnostic);
    const { code, severity, file, at, edits } = diagnostic;
    const picture = pictureOf(diagnostic);
    const said = { code, severity, file, line: at.line, column: at.column, message: what, why, fix };
    return {
      ...said,
      ...(picture === null ? {} : { picture }),
      ...(edits === undefined ? {} : { edits: edits.map((edit) => ({ ...edit.at, text: edit.text })) }),
    };
  });
}
