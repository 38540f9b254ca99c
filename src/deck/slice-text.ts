import type { Inline } from '../content/inline.ts';
import type { Text } from './deck.ts';

/** Text as one string, a character each for a hard break and a picture: what {@link sliceText} counts in. */
export function flatText(inlines: Text): string {
  return inlines.map(flat).join('');
}

/** The part from `start` up to but not including `end`, with its marks. */
export function sliceText(inlines: Text, start: number, end: number): Text {
  let at = 0;
  return inlines.flatMap((inline): Text => {
    const first = at;
    at += flat(inline).length;
    const [from, to] = [Math.max(start, first) - first, Math.min(end, at) - first];
    return from < to ? [sliceInline(inline, from, to)] : [];
  });
}

function sliceInline(inline: Inline, start: number, end: number): Inline {
  if ('children' in inline) return { ...inline, children: sliceText(inline.children, start, end) };
  return 'text' in inline ? { ...inline, text: inline.text.slice(start, end) } : inline;
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
