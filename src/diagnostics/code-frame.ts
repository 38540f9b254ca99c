import stringWidth from 'string-width';
import type { Spot } from '../spot.ts';
import { clean } from './clean.ts';

/** Long lines are shown around the place only, because a terminal would wrap them. */
const WINDOW = 60;

/**
 * The line of a finding with its neighbours and a mark below it. Marks stand where they should below
 * Chinese text too, whose characters are two columns wide; common code frame libraries count one.
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
    // Not the whole line: one may have thousands of findings.
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
