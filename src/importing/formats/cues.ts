import { secondsOf, TIME } from './format.ts';

/** A caption: the text shown for some time. */
export interface Cue {
  /** In seconds. */
  readonly start: number;
  /** From `<v Name>`. */
  readonly voice: string | null;
  /** Without markup. */
  readonly lines: readonly string[];
  /** Whether each word has its own time, as in live automatic captions. */
  readonly isTimed: boolean;
}

/** The line with the times of a cue, in WebVTT or SRT. */
export const CUE_TIMES = new RegExp(String.raw`^\s*(${TIME})\s*-->\s*(${TIME})`);

/** The cues of WebVTT or SRT, without numbers, identifiers, notes and styles. */
export function parseCues(text: string): Iterable<Cue> {
  const cues = new CueTable();
  for (const { start, body } of timedBodies(text)) for (const cue of cuesOf(body, start)) cues.add(cue);
  return cues;
}

/** Half a million cues as columns, which take a third of the memory of objects. */
class CueTable implements Iterable<Cue> {
  readonly #starts: number[] = [];
  readonly #voices: (string | null)[] = [];
  readonly #texts: string[] = [];
  readonly #timed: boolean[] = [];

  add({ start, voice, lines, isTimed }: Cue): void {
    this.#starts.push(start);
    this.#voices.push(voice);
    this.#texts.push(lines.length === 1 ? (lines[0] ?? '') : lines.join('\n'));
    this.#timed.push(isTimed);
  }

  *[Symbol.iterator](): Iterator<Cue> {
    for (const [at, text] of this.#texts.entries()) {
      yield {
        start: this.#starts[at] ?? 0,
        voice: this.#voices[at] ?? null,
        lines: text.split('\n'),
        isTimed: this.#timed[at] === true,
      };
    }
  }
}

/** The text below each line of times, lazily: a list of all lines would take more memory than the file. */
function* timedBodies(text: string): Generator<{ readonly start: number; readonly body: string }> {
  let open: { readonly start: number; readonly lines: string[] } | null = null;
  /** A line of digits. Some files have no empty lines between cues, and it numbers the next one if times follow. */
  let digits: string | null = null;
  for (const line of linesIn(text)) {
    const [, time] = CUE_TIMES.exec(line) ?? [];
    if (open && time === undefined && digits !== null) open.lines.push(digits);
    digits = null;
    // YouTube pads with lines of a single space; only an empty line ends a cue.
    if (open && (time !== undefined || line === '')) {
      yield { start: open.start, body: open.lines.join('\n') };
      open = null;
    }
    if (time !== undefined) open = { start: secondsOf(time) ?? 0, lines: [] };
    else if (/^\s*\d+\s*$/.test(line)) digits = line;
    else open?.lines.push(line);
  }
  if (open && digits !== null) open.lines.push(digits);
  if (open) yield { start: open.start, body: open.lines.join('\n') };
}

function* linesIn(text: string): Generator<string> {
  let from = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) {
    yield text.slice(from, index);
    from = index + end.length;
  }
  yield text.slice(from);
}

/** One cue per voice. */
function cuesOf(body: string, start: number): readonly Cue[] {
  const isTimed = /<\d\d:\d\d/.test(body);
  return body
    .split(/(?=<v[ .])/)
    .map((part) => ({
      start,
      voice: /^<v(?:\.[^ >]*)? ([^>]+)>/.exec(part)?.[1]?.trim() ?? null,
      lines: part
        .split('\n')
        .map(withoutMarks)
        .filter((line) => line !== ''),
      isTimed,
    }))
    .filter(({ lines }) => lines.length > 0);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
};

/** All but single spaces: a line without replacements stays a slice of the file's text, without a copy. */
const BLANKS = /[^\S ]\s*|\s{2,}/g;

function withoutMarks(line: string): string {
  return line
    .replaceAll(/<\/?(?:[a-z][^<>]*|\d[\d:.]*)>/gi, '')
    .replaceAll(/\{\\[^{}]*\}/g, '')
    .replaceAll(/&(?:amp|lt|gt|quot|#39|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/[\u200B\u200E\u200F\uFEFF]/g, '')
    .replaceAll(BLANKS, ' ')
    .trim();
}

/** Share of cues that must repeat a line of their predecessor to count as rolling captions. */
const ROLLING = 0.25;

/** Removes repetitions from rolling captions, which show each line two or three times as it moves up. */
export function unroll(cues: Iterable<Cue>): { readonly cues: Iterable<Cue>; readonly repeated: number } {
  if (!areRolling(cues)) return { cues, repeated: 0 };
  let repeated = 0;
  for (const { cue, fresh } of withFresh(cues)) repeated += cue.lines.length - fresh.length;
  return { cues: { [Symbol.iterator]: () => unrolled(cues) }, repeated };
}

function areRolling(cues: Iterable<Cue>): boolean {
  const count = { all: 0, timed: 0, repeats: 0 };
  let shown: readonly string[] = [];
  for (const { lines, isTimed } of cues) {
    count.all += 1;
    if (isTimed) count.timed += 1;
    if (shown.includes(lines[0] ?? '')) count.repeats += 1;
    shown = lines;
  }
  return count.timed > count.all * 0.2 || count.repeats >= count.all * ROLLING;
}

function* unrolled(cues: Iterable<Cue>): Generator<Cue> {
  for (const { cue, fresh } of withFresh(cues)) if (fresh.length > 0) yield { ...cue, lines: fresh };
}

/** Each cue with the lines that the previous one does not show. */
function* withFresh(
  cues: Iterable<Cue>,
): Generator<{ readonly cue: Cue; readonly fresh: readonly string[] }> {
  let shown: readonly string[] = [];
  for (const cue of cues) {
    const before = shown;
    yield { cue, fresh: cue.lines.filter((line) => !before.includes(line)) };
    shown = cue.lines;
  }
}

const HAN = /\p{Script=Han}/u;

/**
 * Reduces bilingual captions, one line above the other, to one language: the meetup's if known, else the upper one.
 * Null for captions in one language.
 */
export function oneLanguage(cues: Iterable<Cue>, lang: string | null): Iterable<Cue> | null {
  const count = { all: 0, mixed: 0, chineseFirst: 0 };
  for (const { lines } of cues) {
    const [first = '', second = ''] = lines;
    count.all += 1;
    if (lines.length !== 2 || HAN.test(first) === HAN.test(second)) continue;
    count.mixed += 1;
    if (HAN.test(first)) count.chineseFirst += 1;
  }
  if (count.mixed === 0 || count.mixed < count.all * 0.4) return null;
  const chinese = lang === null ? count.chineseFirst * 2 >= count.mixed : /^zh\b/i.test(lang);
  const isKept = (line: string) => HAN.test(line) === chinese;
  return {
    *[Symbol.iterator]() {
      for (const cue of cues)
        yield cue.lines.some(isKept) ? { ...cue, lines: cue.lines.filter(isKept) } : cue;
    },
  };
}
