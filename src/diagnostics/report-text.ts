import pc from 'picocolors';
import { clean } from './clean.ts';
import { codeFrame } from './code-frame.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { toMessage } from './message.ts';

const MARKS: Readonly<Record<Severity, (text: string) => string>> = {
  error: pc.red,
  warning: pc.yellow,
  note: pc.cyan,
};

/** Findings for people: place, what, frame, why, remedy. @param linesOf lines of a file, null if unknown */
export function reportText(
  diagnostics: readonly Diagnostic[],
  linesOf: (file: string) => readonly string[] | null,
): string {
  return diagnostics.map((diagnostic) => reportOne(diagnostic, linesOf)).join('\n\n');
}

function reportOne(diagnostic: Diagnostic, linesOf: (file: string) => readonly string[] | null): string {
  const { file, at, severity, code } = diagnostic;
  const { what, why, fix } = toMessage(diagnostic);
  const place = pc.bold(`${clean(file)}:${at.line}:${at.column}`);
  const head = `${place} ${MARKS[severity](severity)} ${clean(what)} ${pc.dim(code)}`;
  // A note is one line: there is nothing to mend.
  if (severity === 'note') return head;
  const lines = linesOf(file);
  const frame = lines ? codeFrame(lines, at) : '';
  const indented = frame === '' ? [] : frame.split('\n').map((line) => `  ${pc.dim(line)}`);
  return [head, ...indented, `  ${pc.dim('why')} ${clean(why)}`, `  ${pc.green('fix')} ${clean(fix)}`].join(
    '\n',
  );
}
