import { type Finding, finding } from '../../findings/finding.ts';
import { type Assets, assetPath, isRemote } from '../asset.ts';
import { imagesOf, type PlacedImage } from '../inlines.ts';
import { findSpot, splitLines } from '../source-file.ts';
import type { Rule } from './rule.ts';

/** Every image is a readable file below content/, and does nothing but show. */
export const images: Rule = ({ meetup: { event, talks, exchanges }, assets }) =>
  [event, ...talks, ...exchanges].flatMap(imagesOf).flatMap((image) => check(image, assets));

function check({ source, ref, lines }: PlacedImage, assets: Assets): readonly Finding[] {
  const { src } = ref;
  const at = () => findSpot(splitLines(source.text), lines, src);
  if (isRemote(src)) return [finding(source.path, at(), 'image-remote', { src })];
  const asset = assets.get(assetPath(source.path, ref));
  switch (asset?.state) {
    case 'ok':
      return [];
    case 'outside':
      return [finding(source.path, at(), 'image-outside', { src })];
    case 'unreadable':
      return [finding(source.path, at(), 'image-unreadable', { src, reason: asset.reason })];
    case 'active': {
      const { does, line } = asset;
      return [finding(source.path, at(), 'image-active', { src, does, line })];
    }
    default:
      return [finding(source.path, at(), 'image-missing', { src })];
  }
}
