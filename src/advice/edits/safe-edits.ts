import { type Memory, NO_MEMORY, type Steps } from '../../base/memory.ts';
import { links } from '../../content/rules/targets.ts';
import type { Meetup } from '../../content/summary/meetup.ts';
import type { AnySummary } from '../../content/summary/statements.ts';
import { validate } from '../../content/validate/validate.ts';
import { applyEdits, type PlacedEdit, placeEdits } from '../../findings/apply-edits.ts';
import type { Edit, Finding } from '../../findings/finding.ts';
import { OPAQUE, type Passage } from '../text/passage.ts';
import { passagesOf } from '../text/passages-of.ts';

/**
 * Drops edits with side effects: on how YAML or Markdown reads a file, or on the target of a link. Their findings stay.
 */
export function* keepSafeEdits(
  findings: readonly Finding[],
  summaryOf: (file: string) => AnySummary | null,
  memory: Memory,
): Steps<readonly Finding[]> {
  const edits = new Map<string, Edit[]>();
  for (const { file, edits: own = [] } of findings) {
    const known = edits.get(file);
    if (known) known.push(...own);
    else if (own.length > 0) edits.set(file, [...own]);
  }
  const safe = new Set<Edit>();
  for (const [file, own] of edits) {
    yield;
    const summary = summaryOf(file);
    if (!summary) continue;
    const isSafe = memory.recall(`safe edits ${file}`, { summary, own }, areSafe);
    for (const [index, edit] of own.entries()) if (isSafe[index]) safe.add(edit);
  }
  return findings.map((finding) => {
    const { edits: own = [], ...rest } = finding;
    const kept = own.filter((edit) => safe.has(edit));
    if (kept.length === own.length) return finding;
    return kept.length > 0 ? { ...finding, edits: kept } : rest;
  });
}

/** For each edit, whether it is safe. */
function areSafe({
  summary,
  own,
}: {
  readonly summary: AnySummary;
  readonly own: readonly Edit[];
}): readonly boolean[] {
  const safe = new Set(safeSubset(own, createSafetyCheck(summary)));
  return own.map((edit) => safe.has(edit));
}

/** The largest safe subset found by halving; earlier items take precedence, and usually one check suffices. */
function safeSubset<T>(
  items: readonly T[],
  isSafe: (items: readonly T[]) => boolean,
  given: readonly T[] = [],
): readonly T[] {
  if (items.length === 0 || isSafe([...given, ...items])) return items;
  if (items.length === 1) return [];
  const middle = Math.ceil(items.length / 2);
  const first = safeSubset(items.slice(0, middle), isSafe, given);
  return [...first, ...safeSubset(items.slice(middle), isSafe, [...given, ...first])];
}

/** Each check reads the whole file. Few edits are unsafe; if many are, the rest is left to a person. */
const MOST_CHECKS = 64;

/** Returns a test for whether a file with edits says the same except where they are, and has no new findings. */
function createSafetyCheck(summary: AnySummary): (edits: readonly Edit[]) => boolean {
  const { text } = summary.source;
  const passages = passagesOf(summary);
  const before = counted(reread(summary, text).findings);
  let checks = 0;
  return (edits) => {
    checks += 1;
    if (checks > MOST_CHECKS) return false;
    const after = reread(summary, applyEdits(text, edits));
    if (!after.summary) return false;
    const placed = placeEdits(text, edits);
    const expected = passages.map((passage) => edited(passage, placed));
    const found = passagesOf(after.summary);
    if (found.length !== expected.length) return false;
    if (!found.every((passage, index) => passage.text.trim() === expected[index]?.trim())) return false;
    return [...counted(after.findings)].every(([code, count]) => count <= (before.get(code) ?? 0));
  };
}

/** Reads a file with this text on its own. */
function reread(
  summary: AnySummary,
  text: string,
): { readonly summary: AnySummary | null; readonly findings: readonly Finding[] } {
  const file = { ...summary.source, text };
  const isTalk = 'slug' in summary;
  const isExchange = 'answers' in summary;
  const { meetup, complete, findings } = validate({
    event: isTalk || isExchange ? null : file,
    talks: isTalk ? [file] : [],
    exchanges: isExchange ? [file] : [],
    ignored: [],
    findings: [],
  });
  // If another file is reread, there is no event.
  const alone: Meetup = isTalk || isExchange ? meetup : { ...meetup, talks: [], exchanges: [] };
  const [read] = isTalk ? alone.talks : isExchange ? alone.exchanges : complete ? [alone.event] : [];
  const ofLinks = links({
    meetup: alone,
    people: null,
    assets: new Map(),
    diagrams: new Map(),
    fontFiles: new Map(),
    fontPackages: [],
    transcript: null,
    transcriptProblem: null,
    memory: NO_MEMORY,
  });
  return { summary: read ?? null, findings: [...findings, ...ofLinks] };
}

function counted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Expected text of a passage after edits, which are sorted. */
function edited({ text, offsets, seams }: Passage, all: readonly PlacedEdit[]): string {
  const [first = 0, last = 0] = [seams[0], offsets.at(-1)];
  const edits = all.filter(({ start, end }) => end >= first && start <= last);
  const inserted = new Map(
    edits.flatMap((edit) => (edit.start === edit.end ? [[edit.start, edit.text] as const] : [])),
  );
  const replaced = edits.filter(({ start, end }) => start < end);
  let next = 0;
  return text
    .split('')
    .map((char, index) => {
      const [offset = 0, seam = 0] = [offsets[index], seams[index]];
      const before = inserted.get(seam) ?? '';
      while ((replaced[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next += 1;
      const edit = replaced[next];
      if (!edit || offset < edit.start || char === OPAQUE) return before + char;
      return before + (edit.start === offset ? edit.text : '');
    })
    .join('');
}
