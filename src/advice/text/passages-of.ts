import { type LinedText, linedText } from '../../content/advice/passages/lined-text.ts';
import type { AnySummary } from '../../content/inlines.ts';
import { type ShownText, shownTexts } from '../../content/shown-texts.ts';
import { bodyCandidates, type Candidate, fieldCandidates } from './candidates.ts';
import { lexText } from './lex-text.ts';
import { OPAQUE, type Passage } from './passage.ts';

/** Names of people are found by their exact writing; known-people looks after them. */
const NAME_FIELDS: ReadonlySet<string> = new Set(['speaker', 'host', 'askedBy', 'askedTo']);

/**
 * What a summary shows and says, code left out. A text that stands otherwise in the file than it is simple to
 * see (such as one with a link to a reference) is left out: better no advice than one in the wrong place.
 */
export function passagesOf(summary: AnySummary): readonly Passage[] {
  const file = linedText(summary.source.text);
  const headEnd = endOfFrontMatter(summary.lines);
  const used = new Set<number>();
  const read = reader(file);
  return shownTexts(summary).flatMap((shown) => {
    const field = shown.lines.first < headEnd ? fieldAt(summary.lines, shown.lines.first) : null;
    if (shown.code || shown.text === '' || (field !== null && NAME_FIELDS.has(field))) return [];
    const candidates =
      field === null ? bodyCandidates(file, shown.lines) : fieldCandidates(file, shown.lines);
    const passage = place(shown, candidates, read, used);
    return passage ? [{ ...passage, field, file }] : [];
  });
}

/** The first place that no text before it took and that reads as the parser read it. */
function place(
  { text }: ShownText,
  candidates: readonly Candidate[],
  read: (candidate: Candidate) => Read,
  used: Set<number>,
): Lexed | null {
  const shown = withoutBlanks(text);
  for (const candidate of candidates) {
    const start = candidate.pieces[0]?.start;
    if (start === undefined || used.has(start)) continue;
    const { passage, parts } = read(candidate);
    if (!reads(parts, shown)) continue;
    used.add(start);
    return passage;
  }
  return null;
}

type Lexed = Pick<Passage, 'text' | 'offsets' | 'seams'>;

interface Read {
  readonly passage: Lexed;
  /** Its text between what is opaque, without blanks. */
  readonly parts: readonly string[];
}

/** Reads each candidate once: the whole line is one for every cell of a table's row. */
function reader(file: LinedText): (candidate: Candidate) => Read {
  const known = new Map<string, Read>();
  return ({ pieces, syntax }) => {
    const key = `${syntax} ${pieces.map(({ start, end }) => `${start}-${end}`).join()}`;
    const last = known.get(key);
    if (last) return last;
    const passage = lexText(file.text, pieces, syntax);
    const read = { passage, parts: withoutBlanks(passage.text).split(OPAQUE) };
    known.set(key, read);
    return read;
  };
}

/** Whether what was read is `text`, what is opaque aside. */
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

/** The line of the second `---`, 1-based. */
function endOfFrontMatter(lines: readonly string[]): number {
  return lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line)) + 1;
}

/** The field that the value on a line belongs to. */
function fieldAt(lines: readonly string[], line: number): string | null {
  for (let number = line; number > 1; number -= 1) {
    const [, key] = /^["']?([^\s"':#-][^"':]*)["']?\s*:/.exec(lines[number - 1] ?? '') ?? [];
    if (key !== undefined) return key;
  }
  return null;
}
