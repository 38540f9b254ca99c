import { closest } from '../../base/closest.ts';
import { type Finding, finding, joinResults, type Result } from '../../findings/finding.ts';
import {
  asText,
  kindOf,
  SECTION_KINDS,
  type SectionKind,
  SHORT_MARKERS,
  type ShapedSection,
  shapeSection,
} from '../kinds/shapes.ts';
import { isBlank } from '../parse/body.ts';
import type { ParsedFile } from '../parse/parse.ts';
import { blockStatements, withFootnotes } from '../summary/block-statements.ts';
import { type Block, type Marker, type Prose, plainText } from '../summary/markup.ts';
import type { Section } from '../summary/meetup.ts';
import {
  type Outline,
  outline,
  type RawSection,
  splitAtRules,
  type TalkOutline,
} from '../summary/section.ts';
import { findSpot } from '../summary/source-file.ts';
import { sectionStatements } from '../summary/statements.ts';

/** The `## ` sections of an event with their kinds. */
export function validateSections(file: ParsedFile): Result<readonly Section[]> {
  const parts = outline(file.blocks, 2);
  const { value, findings } = joinResults(
    parts.sections.flatMap(splitAtRules).map((section) => validateSection(file, section)),
  );
  return {
    value,
    findings: [...misplacedBlocks(file, parts, 2), ...markersBelow(file, parts), ...findings],
  };
}

/** The sections of a talk, preceded by the content above the first one. @param title of the talk */
export function validateTalkSections(
  file: ParsedFile,
  parts: TalkOutline,
  title: string,
): Result<readonly Section[]> {
  const opening = openingOf(parts, title);
  const { value: first, findings: ofFirst } = joinResults(
    opening.flatMap(splitAtRules).map((section) => validateSection(file, section, true)),
  );
  const { value, findings } = joinResults(
    parts.sections.flatMap(splitAtRules).map((section) => validateSection(file, section)),
  );
  return {
    value: [...first, ...value],
    findings: [...markersBelow(file, parts), ...ofFirst, ...findings],
  };
}

/** Content outside any section. @param level of the headings that begin sections */
export function misplacedBlocks(
  file: ParsedFile,
  { preamble, misplaced }: Outline,
  level: number,
): readonly Finding[] {
  const { path } = file.source;
  const headings = misplaced.map((heading) => {
    const args = { level: heading.level, expected: level };
    return finding(path, findSpot(file.lines, heading.lines, ''), 'heading-level', args);
  });
  const [first] = preamble;
  return first ? [...headings, textBeforeSection(file, first, level)] : headings;
}

export function emptyHeading({ source, lines }: ParsedFile, { title }: RawSection): readonly Finding[] {
  return isBlank(title) ? [finding(source.path, findSpot(lines, title.lines, ''), 'empty-heading', {})] : [];
}

/** Reports a heading without content where it cannot be a slide: an empty answer, or a kind that needs content. */
export function emptySection(
  { source, lines }: ParsedFile,
  { title, blocks }: RawSection,
): readonly Finding[] {
  if (blocks.length > 0) return [];
  const args = { title: plainText(title.inlines) };
  return [finding(source.path, findSpot(lines, title.lines, ''), 'empty-section', args)];
}

/** Reports `{.kind}` on headings among `blocks` that do not begin a slide. */
export function misplacedMarkers(file: ParsedFile, blocks: readonly Block[]): readonly Finding[] {
  return blocks.flatMap((block) =>
    block.type === 'heading' && block.marker
      ? [finding(file.source.path, block.marker.at, 'marker-misplaced', { kind: block.marker.name })]
      : [],
  );
}

/** Markers on headings that do not begin a section. */
function markersBelow(file: ParsedFile, { preamble, sections }: Outline): readonly Finding[] {
  return misplacedMarkers(file, [...preamble, ...sections.flatMap(({ blocks }) => blocks)]);
}

function openingOf({ preamble, preambleNotes }: TalkOutline, title: string): readonly RawSection[] {
  const [first] = preamble;
  if (!first) return [];
  const lines = { first: first.lines.first, last: preamble.at(-1)?.lines.last ?? first.lines.last };
  const prose: Prose = { inlines: [{ type: 'text', text: title }], citations: [], lines };
  return [{ title: prose, marker: null, anchor: null, blocks: preamble, notes: preambleNotes, lines }];
}

/** Reports content above the first section: text, or a heading too deep to begin a section. */
function textBeforeSection(file: ParsedFile, block: Block, expected: number): Finding {
  const at = findSpot(file.lines, block.lines, '');
  const path = file.source.path;
  return block.type === 'heading'
    ? finding(path, at, 'heading-level', { level: block.level, expected })
    : finding(path, at, 'text-before-section', { expected: `${'#'.repeat(expected)} ` });
}

function validateSection(file: ParsedFile, section: RawSection, isOpening = false): Result<Section> {
  const { value: shaped, findings } = shape(file, section);
  const { title, notes, lines, isContinued = false } = section;
  // Footnotes only inherit the text's own citations.
  const statements = withFootnotes([
    ...sectionStatements(title, shaped, !isOpening && !isContinued),
    ...blockStatements(notes, []),
  ]);
  return {
    value: {
      ...shaped,
      title,
      isOpening,
      isContinued,
      hasFootnotes: file.footnotes.length > 0,
      anchors: anchorsOf(section),
      statements,
      notes,
      lines,
    },
    findings: [
      ...(isOpening || isContinued ? [] : emptyHeading(file, section)),
      ...findings,
      ...(kindOf(shaped.shape).findings?.(shaped.shape, file) ?? []),
    ],
  };
}

function anchorsOf({ title, anchor, blocks }: RawSection): readonly string[] {
  const below = blocks.filter((block) => block.type === 'heading');
  const titles = below.map(({ prose }) => plainText(prose.inlines));
  const ids = [anchor, ...below.map((heading) => heading.anchor)].filter((id) => id !== null);
  return [...ids, ...titles, ...[plainText(title.inlines), ...titles].map(webAnchor)];
}

/** The anchor that web pages derive from a heading: `#how-it-went-on`. */
function webAnchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

/** A section's shape; text if its marker does not fit the content. */
function shape(file: ParsedFile, section: RawSection): Result<ShapedSection> {
  const { marker } = section;
  const short = marker ? SHORT_MARKERS[marker.name] : undefined;
  const kind = short?.kind ?? SECTION_KINDS.find((known) => known === marker?.name) ?? null;
  const ofMarker = marker ? markerFindings(file, marker, kind) : [];
  const whole = short && marker ? { ...marker, options: [short.option, ...marker.options] } : marker;
  const shaped = shapeSection({ ...section, marker: whole }, kind, file.lang);
  if (!('found' in shaped)) return { value: shaped, findings: ofMarker };
  const at = marker?.at ?? findSpot(file.lines, section.title.lines, '');
  const { needs, isWhole = false } = kindOf(shaped);
  const args = { kind: shaped.kind, needs, isWhole, found: shaped.found };
  const ofShape =
    section.blocks.length === 0
      ? emptySection(file, section)
      : [finding(file.source.path, at, 'kind-mismatch', args)];
  return { value: asText(section.blocks), findings: [...ofMarker, ...ofShape] };
}

function markerFindings(
  { source }: ParsedFile,
  { name, options, at }: Marker,
  kind: SectionKind | null,
): readonly Finding[] {
  if (!kind) {
    const known = [...SECTION_KINDS, ...Object.keys(SHORT_MARKERS)];
    const args = { kind: name, suggestion: closest(name, known), known };
    return [finding(source.path, at, 'unknown-kind', args)];
  }
  const option = options.find((each) => !kindOf({ kind }).options?.includes(each));
  const known = kindOf({ kind }).options ?? [];
  return option === undefined ? [] : [finding(source.path, at, 'unknown-option', { kind, option, known })];
}
