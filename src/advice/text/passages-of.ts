import { type LinedText, type LineSpan, linedText, type Spot, spotAt } from '../../base/text.ts';
import type { ShownText } from '../../content/summary/block-statements.ts';
import { type AnySummary, shownTexts } from '../../content/summary/statements.ts';
import type { Edit } from '../../findings/finding.ts';
import { bodyCandidates, type Candidate, fieldCandidates } from './candidates.ts';
import { lexText } from './lex-text.ts';
import { type Change, OPAQUE, type Passage } from './passage.ts';

/** Fields whose names are matched by exact spelling; the rule `knownPeople` covers them. */
const NAME_FIELDS: ReadonlySet<string> = new Set([
  'speaker',
  'speakers',
  'people',
  'name',
  'host',
  'askedBy',
  'askedTo',
]);

/**
 * The text that a summary shows, except code. Text that cannot easily be located in the file (such as one with a
 * reference link) is left out: no advice is better than advice in the wrong place.
 */
export function passagesOf(summary: AnySummary): readonly Passage[] {
  const file = linedText(summary.source.text);
  const headEnd = endOfFrontMatter(summary.lines);
  const used = new Set<number>();
  const read = reader(file);
  const places = new Map<string, Candidate[]>();
  /** Of a table row once for all of its cells. */
  const candidatesAt = (lines: LineSpan, field: string | null): Candidate[] => {
    const key = `${lines.first}-${lines.last}`;
    const known = places.get(key);
    if (known) return known;
    const found = [...(field === null ? bodyCandidates(file, lines) : fieldCandidates(file, lines))];
    places.set(key, found);
    return found;
  };
  return shownTexts(summary).flatMap((shown) => {
    const field = shown.lines.first < headEnd ? fieldAt(summary.lines, shown.lines.first) : null;
    if (shown.code || shown.text === '' || (field !== null && NAME_FIELDS.has(field))) return [];
    const passage = place(shown, candidatesAt(shown.lines, field), read, used);
    return passage ? [{ ...passage, field, file }] : [];
  });
}

type Lexed = Pick<Passage, 'text' | 'offsets' | 'seams'>;

interface Read {
  readonly passage: Lexed;
  /** Text between opaque parts, without spaces. */
  readonly parts: readonly string[];
}

/** A passage that can locate and change its characters. */
export class PlacedPassage {
  readonly passage: Passage;
  readonly text: string;

  constructor(passage: Passage) {
    this.passage = passage;
    this.text = passage.text;
  }

  /** File position of the units from `start` to `end`, including marks between them. */
  spot(start: number, end: number): Spot {
    const { offsets } = this.passage;
    const first = offsets[start] ?? 0;
    const stop = end > start ? (offsets[end - 1] ?? first) + 1 : first;
    return spotAt(this.passage.file, first, stop - first);
  }

  /** Whether the units are contiguous in the file, without marks. */
  isPlain(start: number, end: number): boolean {
    return this.spot(start, end).length === end - start;
  }

  /** Edits that apply a change to the file; none if there are marks between the units, or a backslash before them. */
  edit({ start, end, right }: Change): readonly Edit[] {
    if (start === end)
      return [{ at: spotAt(this.passage.file, this.passage.seams[start] ?? 0, 0), text: right }];
    const isEscaped = this.passage.file.text[(this.passage.offsets[start] ?? 0) - 1] === '\\';
    return this.isPlain(start, end) && !isEscaped ? [{ at: this.spot(start, end), text: right }] : [];
  }

  /**
   * Excerpts before and after the first of `changes`, which are sorted, with context and any further changes close to
   * it.
   * @param near maximum number of units between changes in one excerpt
   */
  around(changes: readonly Change[], near = AROUND): { readonly text: string; readonly right: string } {
    const [first = { start: 0, end: 0, right: '' }] = changes;
    const lineStart = this.text.lastIndexOf('\n', first.start - 1) + 1;
    const from = this.#wholeWord(Math.max(first.start - AROUND, lineStart), -1);
    let to = first.end;
    let right = '';
    let at = from;
    for (const change of changes) {
      if (change.start > to + near || change.start < at) break;
      right += this.text.slice(at, change.start) + change.right;
      at = change.end;
      to = change.end;
    }
    const end = this.#wholeWord(to + (this.text.slice(to, to + AROUND).split('\n')[0] ?? '').length, 1);
    const show = (text: string): string => text.replaceAll(OPAQUE, '\u2026').trim();
    return { text: show(this.text.slice(from, end)), right: show(right + this.text.slice(at, end)) };
  }

  #wholeWord(edge: number, step: 1 | -1): number {
    for (let moved = 0; moved < REST_OF_WORD; moved += 1) {
      const at = edge + moved * step;
      if (!/^[A-Za-z\d]{2}$/.test(this.text.slice(at - 1, at + 1))) return at;
    }
    return edge;
  }
}

/** Units of context on either side in messages, and how many more may complete a word. */
const AROUND = 4;
const REST_OF_WORD = 12;

/** Takes the first candidate, not taken by an earlier text, that reads as the parser read it. */
function place(
  { text }: ShownText,
  candidates: Candidate[],
  read: (candidate: Candidate) => Read,
  used: Set<number>,
): Lexed | null {
  const shown = withoutBlanks(text);
  for (const [index, candidate] of candidates.entries()) {
    const start = candidate.pieces[0]?.start;
    if (start === undefined || used.has(start)) continue;
    const { passage, parts } = read(candidate);
    if (!reads(parts, shown)) continue;
    used.add(start);
    candidates.splice(index, 1);
    return passage;
  }
  return null;
}

/** Caches readings, because the whole line is a candidate for every cell of a table row. */
function reader(file: LinedText): (candidate: Candidate) => Read {
  const known = new Map<Candidate, Read>();
  return (candidate) => {
    const last = known.get(candidate);
    if (last) return last;
    const passage = lexText(file.text, candidate.pieces, candidate.syntax);
    const read = { passage, parts: withoutBlanks(passage.text).split(OPAQUE) };
    known.set(candidate, read);
    return read;
  };
}

/** Whether the parts that were read match `text`, apart from opaque parts. */
function reads([first = '', ...rest]: readonly string[], text: string): boolean {
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** The 1-based line of the second `---`. */
function endOfFrontMatter(lines: readonly string[]): number {
  return lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line)) + 1;
}

/** The field whose value is on a line; for one of several people, the person's field. */
function fieldAt(lines: readonly string[], line: number): string | null {
  const own = /^ +(?:- +)?(name|role|org)\s*:/.exec(lines[line - 1] ?? '')?.[1];
  if (own !== undefined) return own;
  for (let number = line; number > 1; number -= 1) {
    const [, key] = /^["']?([^\s"':#-][^"':]*)["']?\s*:/.exec(lines[number - 1] ?? '') ?? [];
    if (key !== undefined) return key;
  }
  return null;
}
