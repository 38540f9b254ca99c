import { kindOf } from '../../content/kinds/shapes.ts';
import { assetPath } from '../../content/summary/asset.ts';
import { findSpot } from '../../content/summary/source-file.ts';
import { imagesOf } from '../../content/summary/statements.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import type { Advice } from './advice-rule.ts';

/** Minimum size of a picture alone in its section, in px of the slide: with text above and below it. */
const PLACE = { width: 852, height: 200 };

/** Checks that a picture has enough pixels for its place; the browser's audit reports the rest. */
export const smallPicture: Advice = function* ({ meetup: { event, talks }, assets }) {
  return [event, ...talks].flatMap(({ source, lines, sections }) =>
    sections.flatMap(({ shape, lines: section }): readonly Finding[] => {
      const [ref, ...others] = kindOf(shape).images?.(shape) ?? [];
      if (shape.kind !== 'figure' || !ref || others.length > 0) return [];
      const asset = assets.get(assetPath(source.path, ref));
      if (asset?.state !== 'ok' || asset.isDrawn || asset.codec) return [];
      const { width, height } = asset;
      const scale = Math.min(PLACE.width / width, PLACE.height / height);
      if (scale <= 1) return [];
      const at = findSpot(lines, section, ref.src);
      const args = { src: ref.src, width, height, shown: Math.round(width * scale) };
      return [finding(source.path, at, 'small-picture', args)];
    }),
  );
};

/** Checks that a video that some browsers cannot play has a poster. */
export const videoPoster: Advice = function* ({ meetup: { event, talks }, assets }) {
  return [event, ...talks].flatMap((summary) =>
    imagesOf(summary).flatMap(({ source, ref, lines }): readonly Finding[] => {
      const asset = assets.get(assetPath(source.path, ref));
      if (asset?.state !== 'ok' || asset.codec !== 'H.264' || ref.poster !== undefined) return [];
      const { src } = ref;
      return [finding(source.path, findSpot(summary.lines, lines, src), 'video-poster', { src })];
    }),
  );
};
