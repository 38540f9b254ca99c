import type { LineSpan } from '../../base/text.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import { UNDRAWN_DIAGRAMS, type UndrawnDiagram } from '../../findings/messages/picture-messages.ts';
import type { Diagrams } from '../read/assets.ts';
import { findSpot } from '../summary/source-file.ts';
import type { AnySummary } from '../summary/statements.ts';
import type { Rule } from './meetup-rule.ts';

/** Every diagram parses, and is legible from the last row. */
export const diagrams: Rule = ({ meetup: { event, talks }, diagrams: examined }) =>
  [event, ...talks].flatMap((summary) =>
    summary.sections.flatMap(({ shape, lines }) =>
      shape.kind === 'diagram' ? check(summary, shape.source, lines, examined) : [],
    ),
  );

function check(
  { source: { path }, lines }: AnySummary,
  diagram: string,
  section: LineSpan,
  examined: Diagrams,
): readonly Finding[] {
  const { kind = null, fault = null } = examined.get(diagram) ?? {};
  const fence = fenceLine(lines, section, diagram);
  if (isUndrawn(kind)) {
    const [first = ''] = /\w+/.exec(diagram.replace(/^\s*(?:---[\s\S]*?\n---|%%.*|\s)+/, '')) ?? [];
    const last = fence + diagram.split('\n').length;
    const at = findSpot(lines, { first: fence + 1, last }, first);
    return [finding(path, at, 'diagram-kind', { kind })];
  }
  if (!fault) return [];
  const line = Math.min(fence + fault.line, lines.length);
  const at = findSpot(lines, { first: line, last: line }, fault.text);
  return [finding(path, at, 'diagram-syntax', { reason: fault.reason })];
}

function isUndrawn(kind: string | null): kind is UndrawnDiagram {
  return kind !== null && kind in UNDRAWN_DIAGRAMS;
}

/** The line that opens the fence; the section's first one if it is not found. */
function fenceLine(lines: readonly string[], { first, last }: LineSpan, diagram: string): number {
  const [start = ''] = diagram.split('\n');
  for (let line = first; line <= last; line += 1) {
    const isFence = /^\s*(?:`{3,}|~{3,})\s*mermaid\b/.test(lines[line - 1] ?? '');
    if (isFence && lines[line]?.trim() === start.trim()) return line;
  }
  return first;
}
