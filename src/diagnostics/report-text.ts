import type { Colors } from 'picocolors/types.js';
import { clean } from './clean.ts';
import { codeFrame } from './code-frame.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { toMessage } from './message.ts';
import { pictureOf } from './picture-of.ts';

const COLOURS: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan' | 'gray'>> = {
  error: 'red',
  warning: 'yellow',
  note: 'cyan',
  advice: 'gray',
};

/** Lines of a file; null where they are not known. */
export type LinesOf = (file: string) => readonly string[] | null;

/** Findings for people: place, what, frame, why, remedy; and where to read on. */
export function reportText(diagnostics: readonly Diagnostic[], linesOf: LinesOf, colors: Colors): string {
  const findings = diagnostics.map((diagnostic) => reportOne(diagnostic, linesOf, colors));
  // Notes are one line: there is nothing to mend.
  const isMore = diagnostics.some(({ severity }) => severity !== 'note');
  return [...findings, ...(isMore ? [colors.dim('talkdeck explain CODE says more.')] : [])].join('\n\n');
}

function reportOne(diagnostic: Diagnostic, linesOf: LinesOf, pc: Colors): string {
  const { file, at, severity, code } = diagnostic;
  const { what, why, fix } = toMessage(diagnostic);
  const isAdvice = severity === 'advice';
  const place = (isAdvice ? String : pc.bold)(`${clean(file)}:${at.line}:${at.column}`);
  const head = `${place} ${pc[COLOURS[severity]](severity)} ${clean(what)} ${pc.dim(code)}`;
  // A note is one line: there is nothing to mend.
  if (severity === 'note') return head;
  const lines = linesOf(file);
  const frame = lines ? codeFrame(lines, at) : '';
  const indented = frame === '' ? [] : frame.split('\n').map((line) => `  ${pc.dim(line)}`);
  const reasons = [
    `  ${pc.dim('why')} ${clean(why)}`,
    `  ${(isAdvice ? pc.dim : pc.green)('fix')} ${clean(fix)}`,
  ];
  const picture = pictureOf(diagnostic);
  if (picture !== null) reasons.push(`  ${pc.dim('picture:')} ${clean(picture)}`);
  return [head, ...indented, ...reasons].join('\n');
}
