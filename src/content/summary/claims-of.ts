import type { LineSpan } from '../../base/text.ts';
import { type Citation, type Inline, type Prose, plainText } from './markup.ts';
import type { CitedText } from './meetup.ts';
import { scalarLines } from './source-file.ts';
import { type AnySummary, bodyStatements } from './statements.ts';

/** A text of a summary that may cite lines of the transcript. */
export interface SummaryClaim {
  readonly text: string;
  /** Its own, or inherited; possibly none. */
  readonly citations: readonly Citation[];
  /** Unit that a column header gives to bare numbers. */
  readonly unit: string | null;
  /** Whether it is the heading of a section, which summarises what follows. */
  readonly isHeading: boolean;
  /** Its lines in the summary. */
  readonly lines: LineSpan;
}

/** All texts of a summary that may cite lines, front matter first. */
export function claimsOf(summary: AnySummary): readonly SummaryClaim[] {
  const headings = new Set<Prose>('sections' in summary ? summary.sections.map(({ title }) => title) : []);
  return [
    ...citedFields(summary).map(({ text, citations, at }) => ({
      text,
      citations,
      unit: null,
      isHeading: false,
      lines: scalarLines(summary.lines, at.line),
    })),
    ...bodyStatements(summary).map(({ prose, citations, unit }) => ({
      text: plainText(withoutFormulas(prose.inlines)),
      citations,
      unit,
      isHeading: headings.has(prose),
      lines: prose.lines,
    })),
  ];
}

/** Number of a summary's statements with citations. */
export function countCited(summary: AnySummary): number {
  return [...citedFields(summary), ...bodyStatements(summary)].filter(({ citations }) => citations.length > 0)
    .length;
}

function citedFields(summary: AnySummary): readonly CitedText[] {
  if ('takeaway' in summary) return [summary.takeaway, ...summary.facts];
  return 'question' in summary ? [summary.question] : [];
}

/** A spoken formula differs from the written one. */
function withoutFormulas(inlines: readonly Inline[]): readonly Inline[] {
  if (!hasFormula(inlines)) return inlines;
  return inlines.map((inline): Inline => {
    if (inline.type === 'formula') return { type: 'text', text: ' ' };
    return 'children' in inline ? { ...inline, children: withoutFormulas(inline.children) } : inline;
  });
}

function hasFormula(inlines: readonly Inline[]): boolean {
  return inlines.some(
    (inline) => inline.type === 'formula' || ('children' in inline && hasFormula(inline.children)),
  );
}
