import { foldText } from '../../content/claims/fold.ts';
import { MOST_WORDS, nameKey, readLatinWords } from '../../content/claims/names.ts';
import { type Meetup, profilesOf } from '../../content/summary/meetup.ts';
import type { PlacedPassage } from '../text/passages-of.ts';
import { isHanAt } from '../text/writing.ts';

/** A name with a given spelling. */
export interface ExplicitName {
  readonly right: string;
  readonly known: 'glossary' | 'front matter';
  /** `file:line`; null for the glossary. */
  readonly place: string | null;
  /** Number of words of a Latin name. */
  readonly words: number;
}

type GivenName = Omit<ExplicitName, 'words'>;

/** A name in Chinese characters. */
export interface ChineseName extends ExplicitName {
  /** Matches the name, with or without spaces or dots between its characters. */
  readonly pattern: RegExp;
}

export interface ExplicitNames {
  /** Latin names by `nameKey`. */
  readonly latin: ReadonlyMap<string, ExplicitName>;
  /** Chinese names of three or more characters. */
  readonly chinese: readonly ChineseName[];
}

/** Names from the glossary, then those of speakers, host and organisations, most frequent first. */
export function givenNames({ event, talks }: Meetup): readonly GivenName[] {
  const at = (path: string, line: number): string => `${path}:${line}`;
  return [
    ...event.glossary.map((right) => ({ right, known: 'glossary', place: null }) as const),
    ...byFrequency([
      ...[event.host, event.organizer].flatMap((name) =>
        name === null ? [] : [{ right: name, place: at(event.source.path, lineOf(event.lines, name)) }],
      ),
      ...profilesOf({ event, talks }).flatMap(({ file, profile }) =>
        profile.texts.flatMap(({ field, text, at: { line } }) =>
          field === 'role' ? [] : [{ right: text, place: at(file, line) }],
        ),
      ),
    ]).map((name) => ({ ...name, known: 'front matter' }) as const),
  ];
}

/** Prepares names for searching; the first of several spellings wins. */
export function explicitNames(given: readonly GivenName[]): ExplicitNames {
  const latin = new Map<string, ExplicitName>();
  const chinese: ChineseName[] = [];
  for (const name of given) {
    const words = readLatinWords(foldText(name.right)).map(({ text }) => text);
    const key = nameKey(words);
    if (isChinese(name.right)) chinese.push({ ...name, words: 0, pattern: spaced(name.right) });
    else if (isLatin(name.right) && words.length <= MOST_WORDS && key.length > 1 && !latin.has(key)) {
      latin.set(key, { ...name, words: words.length });
    }
  }
  return { latin, chinese };
}

interface Given {
  readonly right: string;
  readonly place: string;
}

/** A text to search for names. */
export interface NamedText {
  readonly file: string;
  /** BCP 47. */
  readonly lang: string;
  readonly placed: PlacedPassage;
}

function isLatin(name: string): boolean {
  return /^[\p{Script=Latin}\p{M}\p{N} ._'\u2019&+#\u00B7-]+$/u.test(name) && /\p{L}/u.test(name);
}

function spaced(name: string): RegExp {
  return new RegExp([...name].join('[ \\u3000\\u00B7]?'), 'g');
}

function isChinese(name: string): boolean {
  return name.length >= 3 && [...name].every((_, index) => isHanAt(name, index));
}

function lineOf(lines: readonly string[], text: string): number {
  return (
    Math.max(
      0,
      lines.findIndex((line) => line.includes(text)),
    ) + 1
  );
}

function byFrequency(names: readonly Given[]): readonly Given[] {
  const counts = new Map<string, number>();
  const first: Given[] = [];
  for (const name of names) {
    const count = counts.get(name.right) ?? 0;
    if (count === 0 && name.right !== '') first.push(name);
    counts.set(name.right, count + 1);
  }
  return first.toSorted((a, b) => (counts.get(b.right) ?? 0) - (counts.get(a.right) ?? 0));
}
