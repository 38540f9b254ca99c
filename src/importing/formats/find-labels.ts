import { kindOfLabel, plausibleLabel, plausibleName } from '../labels.ts';
import type { TurnHead } from './turn-heads.ts';

/** A line that may begin with a speaker's name. */
interface Candidate {
  readonly at: number;
  readonly label: string;
  readonly text: string;
  readonly isBold: boolean;
}

/** Occurrences of a possible name before a colon. */
interface Evidence {
  count: number;
  /** Occurrences alone on a line. */
  alone: number;
  bold: number;
  readonly texts: Set<string>;
}

/** A line repeated this often is a caption, not speech. */
const CAPTION_TIMES = 3;
const CAPTION_CHARACTERS = 12;
/** If this share of the lines has labels, all of them are accepted. */
const DENSE = 0.4;
/** A name alone on its line that occurs only once is accepted up to this length. */
const SHORT_NAME = 6;

/**
 * Finds speakers' names without times: `名字：`, `**Name:**`, a name on its own line, `Q:`. Text before a colon is often
 * not a name, so it must occur twice, be bold, alone or known, or most lines must have one.
 * @param lines trimmed
 * @param known names given by the file itself
 */
export function findLabels(
  lines: readonly string[],
  known: readonly string[],
): ReadonlyMap<number, TurnHead> {
  const times = countLines(lines);
  const candidates = lines.flatMap((line, at) => candidateAt(line, at) ?? []);
  const evidence = new Map<string, Evidence>();
  for (const { label, text, isBold } of candidates) {
    const seen = evidence.get(label) ?? { count: 0, alone: 0, bold: 0, texts: new Set() };
    seen.count += 1;
    if (text === '') seen.alone += 1;
    if (isBold) seen.bold += 1;
    if (seen.texts.size < CAPTION_TIMES) seen.texts.add(text);
    evidence.set(label, seen);
  }
  const isCaption = ({ at, label }: Candidate) =>
    (lines[at]?.length ?? 0) > CAPTION_CHARACTERS &&
    (times.get(lines[at] ?? '') ?? 0) >= CAPTION_TIMES &&
    (evidence.get(label)?.texts.size ?? 0) <= 1;
  const spoken = candidates.filter((candidate) => !isCaption(candidate));
  const bolds = spoken.filter(({ isBold }) => isBold).length;
  const needsBold = bolds >= 2 && bolds >= spoken.length / 2;
  const isDense = spoken.length >= DENSE * times.size;
  const accepts = (label: string, { count, alone, bold, texts }: Evidence) => {
    if (kindOfLabel(label) !== 'name' || known.includes(label)) return true;
    if (needsBold) return bold > 0;
    const isShout = /^\p{Lu}[\p{Lu}'.-]+(?: \p{Lu}[\p{Lu}'.-]*)+$/u.test(label);
    return (
      isDense ||
      isShout ||
      (count >= 2 && texts.size >= 2) ||
      alone >= 2 ||
      (alone === 1 && label.length <= SHORT_NAME)
    );
  };
  const start = lines.findIndex((line) => line !== '');
  const first = spoken.find(({ at }) => at <= start);
  const accepted = new Set(
    [...evidence].filter(([label, seen]) => accepts(label, seen)).map(([label]) => label),
  );
  // A single speaker's name may occur only once.
  if (accepted.size === 0 && first && PERSON.test(first.label)) accepted.add(first.label);
  return new Map(
    spoken
      .filter(({ label }) => accepted.has(label))
      .map(({ at, label, text }) => [at, { name: label, time: null, text }]),
  );
}

function countLines(lines: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const line of lines) if (line !== '') times.set(line, (times.get(line) ?? 0) + 1);
  return times;
}

const PERSON = /^(?:\p{Script=Han}{2,4}|\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]*){1,2})$/u;

/** Names are near the beginning of a line, which may be as long as a file. */
const BEGINNING = 100;
const LABEL = /^(?:[-*]\s+)?(\*\*|__)?([^:：]{1,48})[:：](\*\*|__)?\s*/;
const LETTER = /^(?:\*\*)?(Q|A|问|答)\s?\d{0,2}(?:\*\*)?\s*(?:[:：]|-\s)\s*(?:\*\*)?\s*/;

function candidateAt(line: string, at: number): Candidate | null {
  if (line === '' || /^[（(#|!]/.test(line)) return null;
  const beginning = line.slice(0, BEGINNING);
  const [letterHead = '', letter] = LETTER.exec(beginning) ?? [];
  if (letter !== undefined)
    return { at, label: letter, text: line.slice(letterHead.length), isBold: line.startsWith('**') };
  const [head = '', open, name = '', close] = LABEL.exec(beginning) ?? [];
  const label = name
    .replaceAll(/\*\*|__/g, '')
    .replace(/^\[(.*)\]$/, '$1')
    .trim();
  const text = line.slice(head.length);
  const isBold = open !== undefined && (close !== undefined || /\*\*|__/.test(name));
  // A time, a ratio or a URL.
  if (head === '' || (/\d$/.test(name) && /^\d/.test(text)) || text.startsWith('//')) return null;
  return plausibleLabel(label.replace(/\s*[|｜].*$/, '')) || (isBold && plausibleName(label))
    ? { at, label, text, isBold }
    : null;
}
