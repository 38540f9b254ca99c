import type { LineSpan } from '../../base/text.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import { assetPath } from '../summary/asset.ts';
import type { ImageRef, Inline } from '../summary/markup.ts';
import { findSpot } from '../summary/source-file.ts';
import { type AnySummary, bodyStatements } from '../summary/statements.ts';
import type { Rule } from './meetup-rule.ts';

/** Two lines of text, in px: an icon, or a logo. */
const MOST_HIGH = 64;

/** A picture in a line of text is no higher than text is: it is shown as large as it is. */
export const picturesInLines: Rule = ({ meetup: { event, talks, exchanges }, assets }) =>
  [event, ...talks, ...exchanges].flatMap((summary) =>
    inLines(summary).flatMap(({ ref, lines }): readonly Finding[] => {
      const { path } = summary.source;
      const asset = assets.get(assetPath(path, ref));
      if (asset?.state !== 'ok' || asset.height <= MOST_HIGH) return [];
      const at = findSpot(summary.lines, lines, ref.src);
      return [finding(path, at, 'image-in-line', { src: ref.src, height: asset.height, most: MOST_HIGH })];
    }),
  );

/** The pictures that stand in a line with something else: text, the mark of a list, the bars of a table. */
function inLines(summary: AnySummary): readonly { readonly ref: ImageRef; readonly lines: LineSpan }[] {
  if (!summary.source.text.includes('![')) return [];
  return bodyStatements(summary).flatMap(({ prose: { inlines, lines } }) => {
    const pictures = picturesOf(inlines);
    const isAlone =
      inlines.every((inline) => inline.type === 'image' || inline.type === 'break' || isBlank(inline)) &&
      /^!\[/.test(summary.lines[lines.first - 1] ?? '');
    return isAlone ? [] : pictures.map((ref) => ({ ref, lines }));
  });
}

function picturesOf(inlines: readonly Inline[]): readonly ImageRef[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'image') return [inline.image];
    return 'children' in inline ? picturesOf(inline.children) : [];
  });
}

function isBlank(inline: Inline): boolean {
  return inline.type === 'text' && inline.text.trim() === '';
}
