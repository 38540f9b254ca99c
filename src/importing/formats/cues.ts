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
export function parseCues(text: string): readonly Cue[] {
  const lines = text.split(/\r\n|\r|\n/);
  const cues: Cue[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, time = ''] = CUE_TIMES.exec(lines[at] ?? '') ?? [];
    if (time === '') continue;
    const body: string[] = [];
    // YouTube pads with lines of a single space; only an empty line ends a cue.
    for (at += 1; at < lines.length && lines[at] !== '' && !beginsCue(lines, at); at += 1) {
      body.push(lines[at] ?? '');
    }
    cues.push(...cuesOf(body.join('\n'), secondsOf(time) ?? 0));
    at -= 1;
  }
  return cues;
}

/** Some files have no empty lines between cues. */
function beginsCue(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  return CUE_TIMES.test(line) || (/^\s*\d+\s*$/.test(line) && CUE_TIMES.test(lines[at + 1] ?? ''));
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

function withoutMarks(line: string): string {
  return line
    .replaceAll(/<\/?(?:[a-z][^<>]*|\d[\d:.]*)>/gi, '')
    .replaceAll(/\{\\[^{}]*\}/g, '')
    .replaceAll(/&(?:amp|lt|gt|quot|#39|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/[\u200B\u200E\u200F\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Share of cues that must repeat a line of their predecessor to count as rolling captions. */
const ROLLING = 0.25;

/** Removes repetitions from rolling captions, which show each line two or three times as it moves up. */
export function unroll(cues: readonly Cue[]): { readonly cues: readonly Cue[]; readonly repeated: number } {
  const repeats = cues.filter(({ lines: [first = ''] }, at) => cues[at - 1]?.lines.includes(first)).length;
  const timed = cues.filter(({ isTimed }) => isTimed).length;
  if (timed <= cues.length * 0.2 && repeats < cues.length * ROLLING) return { cues, repeated: 0 };
  let repeated = 0;
  let shown: readonly string[] = [];
  const fresh = cues.map((cue) => {
    const lines = cue.lines.filter((line) => !shown.includes(line));
    repeated += cue.lines.length - lines.length;
    shown = cue.lines;
    return { ...cue, lines };
  });
  return { cues: fresh.filter(({ lines }) => lines.length > 0), repeated };
}

const HAN = /\p{Script=Han}/u;

/**
 * Reduces bilingual captions, one line above the other, to one language: the meetup's if known, else the upper one.
 * Null for captions in one language.
 */
export function oneLanguage(cues: readonly Cue[], lang: string | null): readonly Cue[] | null {
  const double = cues.filter(({ lines }) => lines.length === 2);
  const mixed = double.filter(({ lines }) => new Set(lines.map((line) => HAN.test(line))).size === 2);
  if (mixed.length === 0 || mixed.length < cues.length * 0.4) return null;
  const chineseFirst = mixed.filter(({ lines }) => HAN.test(lines[0] ?? '')).length * 2 >= mixed.length;
  const chinese = lang === null ? chineseFirst : /^zh\b/i.test(lang);
  const isKept = (line: string) => HAN.test(line) === chinese;
  return cues.map((cue) => (cue.lines.some(isKept) ? { ...cue, lines: cue.lines.filter(isKept) } : cue));
}
