import { closest } from '../../base/closest.ts';
import { type Coverage, coverageOf } from '../../base/fonts/families.ts';
import { needsGlyph } from '../../base/fonts/used-characters.ts';
import type { LineSpan, Spot } from '../../base/text.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import { kindOf, type Shape } from '../kinds/shapes.ts';
import { type Assets, assetPath, isRemote, isVideo, type Lettering, linkTarget } from '../summary/asset.ts';
import { type ImageRef, plainText } from '../summary/markup.ts';
import { findSpot, splitLines } from '../summary/source-file.ts';
import { type AnySummary, imagesOf, inlinesOfType, type PlacedImage } from '../summary/statements.ts';
import { remotePictureEdits } from '../validate/remote-pictures.ts';
import type { Rule } from './meetup-rule.ts';

/** Every image and video is a readable, complete file below content/, and does nothing but show. */
export const images: Rule = ({ meetup: { event, talks, exchanges }, assets, fontPackages }) => {
  const coverage = coverageOf(event.lang, fontPackages);
  return [event, ...talks, ...exchanges].flatMap(imagesOf).flatMap((image) => check(image, assets, coverage));
};

/** A video is placed where it fits and can be watched, and its poster is a picture. */
export const videos: Rule = ({ meetup: { event, talks, exchanges } }) =>
  [event, ...talks, ...exchanges].flatMap((summary) => {
    const watched = 'sections' in summary ? summary.sections.flatMap(({ shape }) => playedIn(shape)) : [];
    return imagesOf(summary).flatMap(({ source, ref, lines }) => {
      const report = (text: string, problem: 'place' | 'poster' | 'no-video') => [
        finding(source.path, findSpot(splitLines(source.text), lines, text), 'video-place', {
          text,
          problem,
        }),
      ];
      const { src, poster } = ref;
      if (poster !== undefined && !isVideo(src)) return report(`poster=${poster}`, 'no-video');
      if (poster !== undefined && isVideo(poster)) return report(`poster=${poster}`, 'poster');
      return isVideo(src) && !isRemote(src) && !watched.includes(ref) ? report(src, 'place') : [];
    });
  });

/** Videos that play: alone below a heading, or beside text. */
function playedIn(shape: Shape): readonly ImageRef[] {
  return shape.kind === 'figure' || shape.kind === 'beside' ? [shape.image] : [];
}

/** A picture is placed where its author asks; one in a line of text is small. */
export const placedImages: Rule = ({ meetup: { event, talks, exchanges }, assets }) =>
  [event, ...talks, ...exchanges].flatMap((summary) => [
    ...unusedPlaces(summary),
    ...inlinesOfType(summary, 'image')
      .filter(({ isAlone }) => !isAlone)
      .flatMap(({ inline, lines }) => inLine(summary, inline.image, lines, assets)),
  ]);

/** Links lead to the web, a mailbox or a section of the same summary; others are shown as text. */
export const links: Rule = ({ meetup: { event, talks, exchanges }, memory }) =>
  [event, ...talks, ...exchanges].flatMap((summary) =>
    memory.recall(`links ${summary.source.path}`, summary, checkLinks),
  );

function check({ source, ref, lines }: PlacedImage, assets: Assets, coverage: Coverage): readonly Finding[] {
  const { src } = ref;
  const at = () => findSpot(splitLines(source.text), lines, src);
  if (isRemote(src)) {
    const edits = remotePictureEdits(splitLines(source.text), lines, src);
    return [finding(source.path, at(), 'image-remote', { src }, edits)];
  }
  const asset = assets.get(assetPath(source.path, ref));
  switch (asset?.state) {
    case 'ok':
      return asset.lettering === null
        ? []
        : checkLettering(asset.lettering, coverage, source.path, at(), src);
    case 'damaged':
      return [finding(source.path, at(), 'image-damaged', { src })];
    case 'unplayable':
      return [finding(source.path, at(), 'video-unplayable', { src, reason: asset.reason })];
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

/** Beside text, in per cent of the slide: with less, either would be illegible. */
const BESIDE_TEXT = { least: 20, most: 75 } as const;

function unusedPlaces(summary: AnySummary): readonly Finding[] {
  const { source, lines: typed } = summary;
  const report = (lines: LineSpan, attribute: string, problem: 'unused' | 'width') =>
    finding(source.path, findSpot(typed, lines, attribute), 'picture-place', { attribute, problem });
  const inText = inlinesOfType(summary, 'image').flatMap(({ inline: { image }, isAlone, lines }) => {
    if (image.place !== undefined) return [report(lines, `.${image.place}`, 'unused')];
    return image.width === undefined || isAlone ? [] : [report(lines, `width=${image.width}%`, 'unused')];
  });
  if (!('sections' in summary)) return inText;
  const inSections = summary.sections.flatMap(({ shape, lines }) =>
    (kindOf(shape).images?.(shape) ?? []).flatMap(({ place, width }) => {
      const isSide = place === 'left' || place === 'right';
      const fits = shape.kind === 'beside' ? isSide : shape.kind === 'full' && place === 'full';
      if (place !== undefined && !fits) return [report(lines, `.${place}`, 'unused')];
      if (width === undefined) return [];
      if (shape.kind === 'full') return [report(lines, `width=${width}%`, 'unused')];
      const isWide = width < BESIDE_TEXT.least || width > BESIDE_TEXT.most;
      return shape.kind === 'beside' && isWide ? [report(lines, `width=${width}%`, 'width')] : [];
    }),
  );
  return [...inText, ...inSections];
}

/** A picture of this many pixels is not an icon; at the height of a line it would show nothing. */
const HIGHEST_SIGN = 128;

function inLine(
  { source, lines: typed }: AnySummary,
  ref: ImageRef,
  lines: LineSpan,
  assets: Assets,
): readonly Finding[] {
  const asset = isRemote(ref.src) ? undefined : assets.get(assetPath(source.path, ref));
  if (asset?.state !== 'ok' || /\.svg$/i.test(ref.src) || isVideo(ref.src) || asset.height <= HIGHEST_SIGN)
    return [];
  const { src } = ref;
  return [
    finding(source.path, findSpot(typed, lines, src), 'picture-in-line', { src, height: asset.height }),
  ];
}

/** What some font on every machine has: Latin letters and common punctuation. */
const COMMON = /[^\u0020-\u024F\u2010-\u2027\u2030-\u203A\u20AC\u2122]+/u;

/** Reports characters that no font has, and fonts that not every machine has. */
function checkLettering(
  { text, font }: Lettering,
  coverage: Coverage,
  file: string,
  at: Spot,
  src: string,
): readonly Finding[] {
  const char = [...text].find((each) => needsGlyph(each) && !coverage.has(each.codePointAt(0) ?? 0));
  if (char !== undefined) return [finding(file, at, 'image-glyph', { src, char })];
  const rare = COMMON.exec(text)?.[0];
  if (font === null && rare === undefined) return [];
  return [finding(file, at, 'image-font', { src, text: rare ?? text, font })];
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
