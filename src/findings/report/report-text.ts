import type { Colors } from 'picocolors/types.js';
import stringWidth from 'string-width';
import type { Spot } from '../../base/text.ts';
import { reportWords } from '../finding.ts';
import type { Severity } from '../messages/message.ts';
import { clean } from './clean.ts';
import type { WordedFinding } from './json.ts';

const COLOURS: Readonly<Record<Severity, 'red' | 'yellow' | 'cyan' | 'gray'>> = {
  error: 'red',
  warning: 'yellow',
  note: 'cyan',
  advice: 'gray',
};

/** Lines of a file; null if unknown. */
export type LinesOf = (file: string) => readonly string[] | null;

/** Findings for people: position, message, frame, reason, fix; and where to read more. */
export function reportText(findings: readonly WordedFinding[], linesOf: LinesOf, colors: Colors): string {
  const texts = findings.map((finding) => reportOne(finding, linesOf, colors));
  // Notes are single lines, since there is nothing to fix.
  const isMore = findings.some(({ severity }) => severity !== 'note');
  return [...texts, ...(isMore ? [colors.dim(reportWords().more)] : [])].join('\n\n');
}

function reportOne(finding: WordedFinding, linesOf: LinesOf, pc: Colors): string {
  const { file, line, column, severity, code, message, why, fix, picture } = finding;
  const isAdvice = severity === 'advice';
  const place = (isAdvice ? String : pc.bold)(`${clean(file)}:${line}:${column}`);
  const head = `${place} ${pc[COLOURS[severity]](severity)} ${clean(message)} ${pc.dim(code)}`;
  // Notes are single lines, since there is nothing to fix.
  if (severity === 'note') return head;
  const lines = linesOf(file);
  const frame = lines ? codeFrame(lines, finding) : '';
  const indented = frame === '' ? [] : frame.split('\n').map((line) => `  ${pc.dim(line)}`);
  const say = reportWords();
  const reasons = [
    `  ${pc.dim(say.why)} ${clean(why)}`,
    `  ${(isAdvice ? pc.dim : pc.green)(say.fix)} ${clean(fix)}`,
  ];
  if (picture !== undefined) reasons.push(`  ${pc.dim(say.picture)} ${clean(picture)}`);
  return [head, ...indented, ...reasons].join('\n');
}

/** Only part of a long line is shown, because a terminal would wrap it. */
const WINDOW = 60;

/**
 * The line of a finding with adjacent lines and a mark below it. Marks are aligned for Chinese text too, whose
 * characters are two columns wide; common libraries count one.
 */
export function codeFrame(lines: readonly string[], { line, column, length }: Spot): string {
  if (line > lines.length) return '';
  const first = Math.max(1, line - 1);
  const last = Math.min(lines.length, line + 1);
  const gutter = String(last).length;
  const frame: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const text = lines[number - 1] ?? '';
    const start = number === line && column > WINDOW ? column - 1 - WINDOW / 2 : 0;
    // Cleaned only as far as shown: a line may have thousands of findings.
    const shown = clean(text.slice(start, start + 2 * WINDOW));
    const head = start > 0 ? '…' : '';
    const tail = start + 2 * WINDOW < text.length ? '…' : '';
    frame.push(`${number === line ? '>' : ' '} ${String(number).padStart(gutter)} | ${head}${shown}${tail}`);
    if (number === line) {
      const before = stringWidth(head + shown.slice(0, column - 1 - start));
      const marked = shown.slice(column - 1 - start, column - 1 - start + Math.max(length, 1));
      const blanks = ' '.repeat(before);
      frame.push(`  ${' '.repeat(gutter)} | ${blanks}${'^'.repeat(Math.max(1, stringWidth(marked)))}`);
    }
  }
  return frame.map((each) => each.trimEnd()).join('\n');
}
