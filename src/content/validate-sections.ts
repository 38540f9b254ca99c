import { addAll } from '../add-all.ts';
import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import type { Block } from './block.ts';
import { closest } from './closest.ts';
import { plainText } from './inline.ts';
import type { Section } from './meetup.ts';
import type { ParsedFile } from './parse.ts';
import { isBlank } from './parse-body.ts';
import { outline, type RawSection } from './section.ts';
import { SECTION_KINDS, type SectionKind, type Shape, type ShapedSection, shapeSection } from './shape.ts';
import { findSpot } from './source-file.ts';
import { blockStatements, sectionStatements } from './statements.ts';

/** What a section of `kind` is made of, as remedies say it. */
const NEEDS: Readonly<Record<SectionKind, string>> = {
  points: 'one list',
  steps: 'one numbered list',
  text: 'paragraphs',
  table: 'one table',
  bars: 'one table with two columns, label and number',
  timeline: 'one list whose items are "**when** what"',
  stats: 'one list whose items are "**value** label"',
  quote: 'one block quote ("> ...")',
  figure: 'one image',
  code: 'one code fence',
  diagram: 'one ```mermaid fence',
};

/** The `## ` sections of an event or a talk, each with its kind. */
export function validateSections(file: ParsedFile, diagnostics: Diagnostic[]): readonly Section[] {
  const { preamble, sections, misplaced } = outline(file.blocks, 2);
  for (const heading of misplaced) {
    const at = findSpot(file.lines, heading.lines, '');
    diagnostics.push(error(file.source.path, at, 'heading-level', { level: heading.level, expected: 2 }));
  }
  const [first] = preamble;
  if (first) {
    diagnostics.push(textBeforeSection(file, first, 2));
  }
  addAll(diagnostics, misplacedMarkers(file, 2));
  return sections.map((section) => validateSection(file, section, diagnostics));
}

/** A `{.kind}` on a heading that makes no slide of its own kind. @param level of those that do; 0 for none */
export function misplacedMarkers(file: ParsedFile, level: number): readonly Diagnostic[] {
  return file.blocks.flatMap((block) =>
    block.type === 'heading' && block.marker && block.level !== level
      ? [error(file.source.path, block.marker.at, 'marker-misplaced', { kind: block.marker.name })]
      : [],
  );
}

/** What stands above the first section: text, or a heading that is too deep to begin one. */
export function textBeforeSection(file: ParsedFile, block: Block, expected: number): Diagnostic {
  const at = findSpot(file.lines, block.lines, '');
  const path = file.source.path;
  return block.type === 'heading'
    ? error(path, at, 'heading-level', { level: block.level, expected })
    : error(path, at, 'text-before-section', { expected: `${'#'.repeat(expected)} ` });
}

function validateSection(file: ParsedFile, section: RawSection, diagnostics: Diagnostic[]): Section {
  const path = file.source.path;
  const head = findSpot(file.lines, section.title.lines, '');
  const title = plainText(section.title.inlines);
  if (isBlank(section.title)) diagnostics.push(error(path, head, 'empty-heading', {}));
  if (section.blocks.length === 0) diagnostics.push(error(path, head, 'empty-section', { title }));
  const shaped = shape(file, section, diagnostics);
  reportBars(file, shaped.shape, diagnostics);
  const { notes, lines } = section;
  // A note rests on the citations of its own only.
  const statements = [...sectionStatements(section.title, shaped), ...blockStatements(notes, [])];
  return { ...shaped, title: section.title, statements, notes, lines };
}

/** A section's shape; where its marker does not fit, it is text. */
function shape(file: ParsedFile, section: RawSection, diagnostics: Diagnostic[]): ShapedSection {
  const path = file.source.path;
  const { marker } = section;
  const kind = SECTION_KINDS.find((known) => known === marker?.name) ?? null;
  if (marker && !kind) {
    diagnostics.push(
      error(path, marker.at, 'unknown-kind', {
        kind: marker.name,
        suggestion: closest(marker.name, SECTION_KINDS),
        known: SECTION_KINDS,
      }),
    );
  }
  const [option] = marker?.options.filter((name) => kind !== 'bars' || name !== 'log') ?? [];
  if (marker && kind && option !== undefined) {
    diagnostics.push(error(path, marker.at, 'unknown-option', { kind, option }));
  }
  // What an empty section is made of is no further finding.
  const shaped = shapeSection(section, section.blocks.length === 0 ? null : kind);
  if (!('found' in shaped)) return shaped;
  const head = findSpot(file.lines, section.title.lines, '');
  diagnostics.push(
    error(path, marker?.at ?? head, 'kind-mismatch', {
      kind: shaped.kind,
      needs: NEEDS[shaped.kind],
      found: shaped.found,
    }),
  );
  return { lead: null, shape: { kind: 'text', blocks: section.blocks }, aside: null };
}

function reportBars(file: ParsedFile, shape: Shape, diagnostics: Diagnostic[]): void {
  if (shape.kind !== 'bars') return;
  for (const { value, amount } of shape.bars) {
    const text = plainText(value.inlines);
    if (amount === 0 && shape.scale === 'log') {
      diagnostics.push(
        error(file.source.path, findSpot(file.lines, value.lines, text), 'log-of-zero', { text }),
      );
    }
    if (amount !== null) continue;
    diagnostics.push(
      error(file.source.path, findSpot(file.lines, value.lines, text), 'not-a-number', { text }),
    );
  }
}
