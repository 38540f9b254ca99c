import type { Breakable } from './flow/breakable.ts';
import { CODE } from './typeset/canvas.ts';
import { countLines } from './typeset/lines.ts';
import type { Page } from './typeset/page.ts';

/** A blank line ends a paragraph of code; in front of a line at the margin something new begins. */
const BEFORE_BLANK = 0.3;
const AT_MARGIN = 0.08;
const INSIDE = 0.2;

/** Code, line by line: set at the small size, and long lines wrap. */
export function breakCode(code: string, width: number, { scale, fonts, chinese }: Page): Breakable<string> {
  const lines = code.replace(/\n$/, '').split('\n');
  const style = { size: scale.small.size, bold: false, mono: true, own: fonts.code, chinese };
  const tops = [0];
  for (const line of lines) {
    const height = Math.max(1, countLines(line, style, width - CODE.sidePadding)) * scale.small.lineHeight;
    tops.push((tops.at(-1) ?? 0) + height);
  }
  return {
    pieces: lines.length,
    height: (start, end) => (tops[end] ?? 0) - (tops[start] ?? 0) + CODE.padding,
    breakCost(at) {
      const [before = '', after = ''] = lines.slice(at - 1, at + 1);
      if (after.trim() === '') return BEFORE_BLANK;
      if (before.trim() === '') return 0;
      return /^\s/.test(after) ? INSIDE : AT_MARGIN;
    },
    cut: (start, end) => lines.slice(start, end).join('\n'),
  };
}
