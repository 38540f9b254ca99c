import type { LineSpan } from '../../base/text.ts';
import type { Edit } from '../../findings/finding.ts';
import { hideCode } from './typed-text.ts';

/** `![words](address "title"){attributes}`, `![words][label]` or `![label]`, on one line. */
const PICTURE =
  /!\[([^[\]\n]{0,300})\](?:\(\s{0,3}<?([^\s()<>]{1,2000})>?[^()\n]{0,200}\)|\[([^[\]\n]{0,200})\])?(\{[^{}\n]{0,100}\})?/g;

/**
 * Turns a remote picture into a link: nothing is fetched, and the picture is a click away. Within a link, such as a
 * badge's, only its text stays.
 * @param span of its paragraph
 * @param src its address
 */
export function remotePictureEdits(
  lines: readonly string[],
  { first, last }: LineSpan,
  src: string,
): readonly Edit[] {
  const edits: Edit[] = [];
  for (let line = first; line <= last; line += 1) {
    const typed = lines[line - 1] ?? '';
    for (const { 0: hidden, 1: masked = '', 2: address, 3: label, 4: attributes = '', index } of hideCode(
      typed,
    ).matchAll(PICTURE)) {
      const whole = typed.slice(index, index + hidden.length);
      const alt = whole.slice(2, 2 + masked.length);
      if ((address ?? definitionOf(lines, label || alt)) !== src) continue;
      const before = [...lines.slice(first - 1, line - 1), typed.slice(0, index)].join('\n');
      const after = [typed.slice(index + whole.length), ...lines.slice(line, last)].join('\n');
      const isInLink = /\[\s*$/.test(before) && /^\s*\](?:\(|\[)/.test(after);
      const words = alt.trim() || nameOf(src);
      const rest = whole.slice(alt.length + 3, whole.length - attributes.length);
      const text = isInLink ? words : `[${words}]${rest}`;
      edits.push({ at: { line, column: index + 1, length: whole.length }, text });
    }
  }
  return edits;
}

/** The address in a line `[label]: https://...`. */
function definitionOf(lines: readonly string[], label: string): string | null {
  const wanted = folded(label);
  for (const line of lines) {
    const [, name = '', address] = /^ {0,3}\[([^[\]]{1,200})\]:\s{0,9}<?([^\s<>]{1,2000})/.exec(line) ?? [];
    if (address !== undefined && folded(name) === wanted) return address;
  }
  return null;
}

function folded(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** Text for a picture without a description: its file name. */
export function nameOf(src: string): string {
  const name = /([^/?#]{1,100})\/?(?:[?#].*)?$/.exec(src)?.[1] ?? src;
  return name.replaceAll(/[[\]\\`*_<>]/g, ' ').trim() || 'picture';
}
