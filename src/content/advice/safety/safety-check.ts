import type { Edit, Finding } from '../../../findings/finding.ts';
import { NO_MEMORY } from '../../../memory.ts';
import type { AnySummary } from '../../inlines.ts';
import type { Meetup } from '../../meetup.ts';
import { links } from '../../rules/links.ts';
import { validate } from '../../validate.ts';
import { OPAQUE, type Passage } from '../passages/passage.ts';
import { passagesOf } from '../passages/passages-of.ts';
import { applyEdits, type PlacedEdit, placeEdits } from './apply-edits.ts';

/** Each reads the whole file. Few edits are not safe; where many are, the rest is left to a person. */
const MOST_CHECKS = 64;

/**
 * Whether a file with edits says what it said, changed where they stand and nowhere else, and has no finding
 * that it did not have.
 */
export function createSafetyCheck(summary: AnySummary): (edits: readonly Edit[]) => boolean {
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

/** A file on its own, as it would be read with this text. */
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
  // There is no event where another file is looked at.
  const alone: Meetup = isTalk || isExchange ? meetup : { ...meetup, talks: [], exchanges: [] };
  const [read] = isTalk ? alone.talks : isExchange ? alone.exchanges : complete ? [alone.event] : [];
  const ofLinks = links({
    meetup: alone,
    people: null,
    assets: new Map(),
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

/** What a passage should say with edits, which are in order. */
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
