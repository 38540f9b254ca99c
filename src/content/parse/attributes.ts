import type { LineSpan } from '../../base/text.ts';
import type { Marker, Prose } from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';

/**
 * Removes `{#top .stats}` from `## Title {#top .stats}` and returns the section's anchor and the kind of its slide.
 */
export function cutAttributes(
  prose: Prose,
  lines: readonly string[],
): { readonly prose: Prose; readonly marker: Marker | null; readonly anchor: string | null } {
  const none = { prose, marker: null, anchor: null };
  const last = prose.inlines.at(-1);
  if (last?.type !== 'text') return none;
  const begin = last.text.lastIndexOf('{');
  const match = begin < 0 ? null : ATTRIBUTES.exec(last.text.slice(begin));
  if (!match || !standsLast(lines, prose.lines, match[0])) return none;
  const text = last.text.slice(0, begin).trimEnd();
  const inlines = [...prose.inlines.slice(0, -1), ...(text === '' ? [] : [{ type: 'text', text } as const])];
  const names = (match[1] ?? '').split(/ +/);
  const [name, ...options] = names.filter((each) => each.startsWith('.')).map((each) => each.slice(1));
  const anchors = names.filter((each) => each.startsWith('#'));
  // A second anchor would have no effect.
  if (anchors.length > 1) return none;
  const at = findSpot(lines, prose.lines, match[0]);
  return {
    prose: { ...prose, inlines },
    marker: name === undefined ? null : { name, options, at },
    anchor: anchors[0]?.slice(1) ?? null,
  };
}

/** Whether the last of its occurrences in the file has no backslash: what ends a heading. */
function standsLast(lines: readonly string[], { first, last }: LineSpan, text: string): boolean {
  const line = lines.slice(first - 1, last).findLast((each) => each.includes(text));
  return line !== undefined && line[line.lastIndexOf(text) - 1] !== '\\';
}

/** Whether `text` occurs literally in the file, without a backslash that would make it plain text. */
export function standsIn(lines: readonly string[], { first, last }: LineSpan, text: string): boolean {
  return lines.slice(first - 1, last).some((line) => {
    for (let index = line.indexOf(text); index >= 0; index = line.indexOf(text, index + 1)) {
      if (line[index - 1] !== '\\') return true;
    }
    return false;
  });
}

/** Attributes at the end of a heading: a kind, its options, an anchor. */
const ATTRIBUTES = /^\{ *((?:\.[\w-]+|#[^\s{}#]+)(?: +(?:\.[\w-]+|#[^\s{}#]+))*) *\}$/;
