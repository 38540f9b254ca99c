import { type Finding, toMessage } from '../finding.ts';

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

export function reportJson(findings: readonly Finding[]): readonly JsonFinding[] {
  return findings.map((finding) => {
    const { what, why, fix } = toMessage(finding);
    const { code, severity, file, at, edits } = finding;
    const picture = pictureOf(finding);
    const said = { code, severity, file, line: at.line, column: at.column, message: what, why, fix };
    return {
      ...said,
      ...(picture === null ? {} : { picture }),
      ...(edits === undefined ? {} : { edits: edits.map((edit) => ({ ...edit.at, text: edit.text })) }),
    };
  });
}

/** The path of the picture that shows what a finding is about, or null. */
export function pictureOf({ args }: Finding): string | null {
  return 'picture' in args ? args.picture : null;
}
