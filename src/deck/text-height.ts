import type { Inline } from '../content/inline.ts';
import { plainText } from '../content/inline.ts';
import { type Type, WIDEST_CHARACTER } from './canvas.ts';
import { countLines } from './count-lines.ts';

/** Height of running text, in pixels. @param width of the line, in pixels */
export function textHeight(inlines: readonly Inline[], type: Type, width: number): number {
  const text = plainText(inlines);
  const breaks = inlines.some((inline) => inline.type === 'break');
  // Most points are short enough to see without measuring.
  if (!breaks && text.length * WIDEST_CHARACTER * type.size < width) return type.lineHeight;
  const bold = type.bold || inlines.every(({ type: kind }) => kind === 'strong');
  const style = { size: type.size, bold, mono: false };
  // A break starts a new line, which plain text does not tell.
  const runs = inlines.reduce<Inline[][]>(
    (lines, inline) => {
      if (inline.type === 'break') lines.push([]);
      else lines.at(-1)?.push(inline);
      return lines;
    },
    [[]],
  );
  const lines = runs.reduce((sum, run) => sum + Math.max(1, countLines(plainText(run), style, width)), 0);
  return lines * type.lineHeight;
}
