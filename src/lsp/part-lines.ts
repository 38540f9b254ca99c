import type { Statement } from '../content/summary/block-statements.ts';
import type { AnySummary } from '../content/summary/statements.ts';
import type { CoverSlide, Slide } from '../deck/kinds/slides.ts';

/** A part of a summary that has its own slides. */
interface Part {
  readonly lines: { readonly first: number; readonly last: number };
  readonly statements: readonly Statement[];
}

/**
 * Where the slides of one section or answer begin in its summary: the 1-based line of each, null if it has none of its
 * own, such as for further columns of a table that is too wide.
 * @param slides all those made from it, in order
 * @param line that they come from
 */
export function partLines(
  slides: readonly (Slide | CoverSlide)[],
  summary: AnySummary,
  line: number,
): readonly (number | null)[] {
  const parts: readonly Part[] = 'sections' in summary ? summary.sections : summary.answers;
  const part = parts.find(({ lines }) => lines.first === line);
  if (!part || slides.length < 2) return slides.map((_, index) => (index === 0 ? line : null));
  const lineOf = linesOfInlines(part.statements);
  let code = fenceIn(summary.lines, part) + 1;
  const all = slides.map((slide) => {
    const own = linesIn(contentOf(slide), lineOf);
    if (slide.kind !== 'code') return own;
    own.add(code);
    code += slide.code.split('\n').length;
    return own;
  });
  return all.map((own, index) => (index === 0 ? line : beginning(own, all[index - 1] ?? new Set())));
}

/** The first line of a part's own content, ignoring repetitions such as a table's header. */
function beginning(own: ReadonlySet<number>, before: ReadonlySet<number>): number | null {
  // The same rows with other columns.
  if (own.size > 1 && [...own].every((line) => before.has(line))) return null;
  const last = Math.max(...before);
  const rest = [...own].filter((line) => line >= last);
  return rest.length > 0 ? Math.min(...rest) : null;
}

/** Slides contain the same objects that a text was parsed into. */
function linesOfInlines(statements: readonly Statement[]): ReadonlyMap<object, number> {
  const lines = new Map<object, number>();
  for (const { prose } of statements) {
    const add = (inline: object) => {
      lines.set(inline, prose.lines.first);
      if ('children' in inline) for (const child of inline.children as readonly object[]) add(child);
    };
    for (const inline of prose.inlines) add(inline);
  }
  return lines;
}

/** Without the content that each part repeats. */
function contentOf(slide: object): readonly unknown[] {
  return Object.entries(slide).flatMap(([key, value]) => (REPEATED.has(key) ? [] : [value]));
}
const REPEATED = new Set(['title', 'notes', 'sources', 'origin', 'place', 'part', 'person']);

function linesIn(values: readonly unknown[], lineOf: ReadonlyMap<object, number>): Set<number> {
  const found = new Set<number>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const line = lineOf.get(value) ?? blockLine(value);
    if (line === null) Object.values(value).forEach(visit);
    else found.add(line);
  };
  values.forEach(visit);
  return found;
}

/** For a block without text that could be found. */
function blockLine(value: object): number | null {
  const { type, lines } = value as { readonly type?: unknown; readonly lines?: Part['lines'] };
  return (type === 'code' || type === 'formula') && lines ? lines.first : null;
}

/** The 1-based line of the first code fence. */
function fenceIn(lines: readonly string[], { lines: { first, last } }: Part): number {
  const index = lines.slice(first - 1, last).findIndex((each) => /^\s*(?:`{3,}|~{3,})/.test(each));
  return first + Math.max(0, index);
}
