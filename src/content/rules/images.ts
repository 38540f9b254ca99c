import { type Diagnostic, error } from '../../diagnostics/diagnostic.ts';
import { type Assets, assetPath, isRemote } from '../asset.ts';
import { imagesOf, type PlacedImage } from '../inlines.ts';
import { findSpot, splitLines } from '../source-file.ts';
import type { Rule } from './rule.ts';

/** Every image is a readable file below content/. */
export const images: Rule = ({ meetup: { event, talks, exchanges }, assets }) =>
  [event, ...talks, ...exchanges].flatMap(imagesOf).flatMap((image) => check(image, assets));

function check({ source, ref, lines }: PlacedImage, assets: Assets): readonly Diagnostic[] {
  const { src } = ref;
  const at = () => findSpot(splitLines(source.text), lines, src);
  if (isRemote(src)) return [error(source.path, at(), 'image-remote', { src })];
  const asset = assets.get(assetPath(source.path, ref));
  switch (asset?.state) {
    case 'ok':
      return [];
    case 'outside':
      return [error(source.path, at(), 'image-outside', { src })];
    case 'unreadable':
      return [error(source.path, at(), 'image-unreadable', { src, reason: asset.reason })];
    default:
      return [error(source.path, at(), 'image-missing', { src })];
  }
}
