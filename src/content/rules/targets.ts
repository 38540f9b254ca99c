import { closest } from '../../base/closest.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import { type Assets, assetPath, isRemote, linkTarget } from '../summary/asset.ts';
import { plainText } from '../summary/markup.ts';
import { findSpot, splitLines } from '../summary/source-file.ts';
import { type AnySummary, imagesOf, inlinesOfType, type PlacedImage } from '../summary/statements.ts';
import type { Rule } from './meetup-rule.ts';

/** Every image is a readable file below content/ that does nothing but be shown. */
export const images: Rule = ({ meetup: { event, talks, exchanges }, assets }) =>
  [event, ...talks, ...exchanges].flatMap(imagesOf).flatMap((image) => check(image, assets));

/** Links lead to the web, a mailbox or a section of the same summary; others are shown as text. */
export const links: Rule = ({ meetup: { event, talks, exchanges }, memory }) =>
  [event, ...talks, ...exchanges].flatMap((summary) =>
    memory.recall(`links ${summary.source.path}`, summary, checkLinks),
  );

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

function checkLinks(summary: AnySummary): readonly Finding[] {
  const sections = 'sections' in summary ? summary.sections : [];
  const titles = sections.map(({ title }) => plainText(title.inlines));
  const anchors = new Set(sections.flatMap((section) => section.anchors));
  return inlinesOfType(summary, 'link').flatMap(({ inline: { href }, lines }) => {
    const target = linkTarget(href);
    const at = () => findSpot(summary.lines, lines, href);
    if (target.type === 'refused') return [finding(summary.source.path, at(), 'link-not-allowed', { href })];
    if (target.type === 'web' || titles.includes(target.title) || anchors.has(target.title)) return [];
    const suggestion = closest(target.title, titles);
    return [finding(summary.source.path, at(), 'link-target-missing', { href, suggestion })];
  });
}
