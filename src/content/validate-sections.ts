import { type Diagnostic, error } from '../diagnostics/diagnostic.ts';
import { closest } from './closest.ts';
import { plainText } from './inline.ts';
import type { Section } from './meetup.ts';
import type { ParsedFile } from './parse.ts';
import { isBlank } from './parse-body.ts';
import { outline, type RawSection } from './section.ts';
import { SECTION_KINDS, type SectionKind, type Shape, shapeSection } from './shape.ts';
import { findSpot } from './source-file.ts';

/** What a section of `kind` is made of, as remedies say it. */
const NEEDS: Readonly<Record<SectionKind, string>> = {
  points: 'one list',
  steps: 'one numbered list',
  text: 'paragraphs',
  table: 'one table',
  bars: 'one table with two columns, label and number',
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
    const at = findSpot(file.lines, first.lines, '');
    diagnostics.push(error(file.source.path, at, 'text-before-section', { expected: '## ' }));
  }
  return sections.flatMap((section) => validateSection(file, section, diagnostics) ?? []);
}

function validateSection(file: ParsedFile, section: RawSection, diagnostics: Diagnostic[]): Section | null {
  const path = file.source.path;
  const head = findSpot(file.lines, section.title.lines, '');
  const title = plainText(section.title.inlines);
  if (isBlank(section.title)) diagnostics.push(error(path, head, 'empty-heading', {}));
  if (section.blocks.length === 0) {
    diagnostics.push(error(path, head, 'empty-section', { title }));
    return null;
  }
  const kind = SECTION_KINDS.find((known) => known === section.marker?.name) ?? null;
  if (section.marker && !kind) {
    const { name } = section.marker;
    diagnostics.push(
      error(path, section.marker.at, 'unknown-kind', {
        kind: name,
        suggestion: closest(name, SECTION_KINDS),
        known: SECTION_KINDS,
      }),
    );
    return null;
  }
  const shaped = shapeSection(section, kind);
  if ('found' in shaped) {
    const { found } = shaped;
    diagnostics.push(
      error(path, section.marker?.at ?? head, 'kind-mismatch', {
        kind: shaped.kind,
        needs: NEEDS[shaped.kind],
        found,
      }),
    );
    return null;
  }
  reportBars(file, shaped.shape, diagnostics);
  const { notes, lines } = section;
  return { ...shaped, title: section.title, notes, lines };
}

function reportBars(file: ParsedFile, shape: Shape, diagnostics: Diagnostic[]): void {
  if (shape.kind !== 'bars') return;
  for (const { value, amount } of shape.bars) {
    if (amount !== null) continue;
    const text = plainText(value.inlines);
    diagnostics.push(
      error(file.source.path, findSpot(file.lines, value.lines, text), 'not-a-number', { text }),
    );
  }
}
