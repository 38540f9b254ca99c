import { addAll } from '../add-all.ts';
import type { Inline } from '../content/inline.ts';
import type { Text } from './deck.ts';

/** Text as one string, a character each for a hard break and a picture: what {@link textSlicer} counts in. */
export function flatText(inlines: Text): string {
  return inlines.map(flat).join('');
}

/** The part from `start` up to but not including `end`, with its marks. */
export type SliceText = (start: number, end: number) => Text;

/** For one text, of which many parts are asked for: the time that each takes grows with the part, not with the text. */
export function textSlicer(inlines: Text): SliceText {
  return sliced(inlines).slice;
}

interface Sliced {
  readonly length: number;
  readonly slice: SliceText;
}

function sliced(inlines: Text): Sliced {
  const starts = [0];
  const parts = inlines.map((inline): Sliced => {
    const part = slicedInline(inline);
    starts.push((starts.at(-1) ?? 0) + part.length);
    return part;
  });
  const length = starts.at(-1) ?? 0;
  return {
    length,
    slice(start, end) {
      const found: Inline[] = [];
      for (let index = lastUpTo(starts, Math.max(0, start)); index < parts.length; index += 1) {
        const first = starts[index] ?? 0;
        if (first >= end) break;
        const part = parts[index];
        const [from, to] = [Math.max(start - first, 0), Math.min(end - first, part?.length ?? 0)];
        if (part && from < to) addAll(found, part.slice(from, to));
      }
      return found;
    },
  };
}

function slicedInline(inline: Inline): Sliced {
  if ('children' in inline) {
    const children = sliced(inline.children);
    return {
      length: children.length,
      slice: (start, end) => [{ ...inline, children: children.slice(start, end) }],
    };
  }
  const slice = 'text' in inline ? cutText(inline) : () => [inline];
  return { length: flat(inline).length, slice };
}

function cutText(inline: Extract<Inline, { text: string }>): SliceText {
  return (start, end) => [{ ...inline, text: inline.text.slice(start, end) }];
}

/** Index of the last of ascending numbers that is not greater than `limit`. */
function lastUpTo(ascending: readonly number[], limit: number): number {
  let [from, to] = [0, ascending.length - 1];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if ((ascending[middle] ?? 0) <= limit) from = middle;
    else to = middle - 1;
  }
  return from;
}

function flat(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'break':
      return '\n';
    case 'image':
      return '\ufffc';
    default:
      return flatText(inline.children);
  }
}
