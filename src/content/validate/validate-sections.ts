import { closest } from '../../base/closest.ts';
import { type Finding, finding, joinResults, type Result } from '../../findings/finding.ts';
import {
  asText,
  kindOf,
  SECTION_KINDS,
  type SectionKind,
  type ShapedSection,
  shapeSection,
} from '../kinds/shapes.ts';
import { isBlank } from '../parse/body.ts';
import type { ParsedFile } from '../parse/parse.ts';
import { blockStatements } from '../summary/block-statements.ts';
import { type Block, type Marker, plainText } from '../summary/markup.ts';
import type { Section } from '../summary/meetup.ts';
import { type Outline, outline, type RawSection } from '../summary/section.ts';
import { findSpot } from '../summary/source-file.ts';
import { sectionStatements } from '../summary/statements.ts';

/** The `## ` sections of an event or a talk, each with its kind. */
export function validateSections(file: ParsedFile): Result<readonly Section[]> {
  const parts = outline(file.blocks, 2);
  const { value, findings } = joinResults(parts.sections.map((section) => validateSection(file, section)));
  return { value, findings: [...misplacedBlocks(file, parts, 2), ...misplacedMarkers(file, 2), ...findings] };
}

/** What stands where no section is. @param level of the headings that begin one */
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

/** Where a heading alone is no slide: an answer in which nobody says anything, a kind that has nothing to show. */
export function emptySection(
  { source, lines }: ParsedFile,
  { title, blocks }: RawSection,
): readonly Finding[] {
  if (blocks.length > 0) return [];
  const args = { title: plainText(title.inlines) };
  return [finding(source.path, findSpot(lines, title.lines, ''), 'empty-section', args)];
}

/** A `{.kind}` on a heading that makes no slide of its own kind. @param level of those that do; 0 for none */
export function misplacedMarkers(file: ParsedFile, level: number): readonly Finding[] {
  return file.blocks.flatMap((block) =>
    block.type === 'heading' && block.marker && block.level !== level
      ? [finding(file.source.path, block.marker.at, 'marker-misplaced', { kind: block.marker.name })]
      : [],
  );
}

/** What stands above the first section: text, or a heading that is too deep to begin one. */
function textBeforeSection(file: ParsedFile, block: Block, expected: number): Finding {
  const at = findSpot(file.lines, block.lines, '');
  const path = file.source.path;
  return block.type === 'heading'
    ? finding(path, at, 'heading-level', { level: block.level, expected })
    : finding(path, at, 'text-before-section', { expected: `${'#'.repeat(expected)} ` });
}

function validateSection(file: ParsedFile, section: RawSection): Result<Section> {
  const { value: shaped, findings } = shape(file, section);
  const { title, notes, lines } = section;
  // A note rests on the citations of its own only.
  const statements = [...sectionStatements(title, shaped), ...blockStatements(notes, [])];
  return {
    value: { ...shaped, title, statements, notes, lines },
    findings: [
      ...emptyHeading(file, section),
      ...findings,
      ...(kindOf(shaped.shape).findings?.(shaped.shape, file) ?? []),
    ],
  };
}

/** A section's shape; where its marker does not fit what is there, it is text. */
function shape(file: ParsedFile, section: RawSection): Result<ShapedSection> {
  const { marker } = section;
  const kind = SECTION_KINDS.find((known) => known === marker?.name) ?? null;
  const ofMarker = marker ? markerFindings(file, marker, kind) : [];
  const shaped = shapeSection(section, kind, file.lang);
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
    const args = { kind: name, suggestion: closest(name, SECTION_KINDS), known: SECTION_KINDS };
    return [finding(source.path, at, 'unknown-kind', args)];
  }
  const option = options.find((each) => !kindOf({ kind }).options?.includes(each));
  return option === undefined ? [] : [finding(source.path, at, 'unknown-option', { kind, option })];
}
