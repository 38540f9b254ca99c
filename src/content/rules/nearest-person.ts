import { closest } from '../../base/closest.ts';

/** A known person who was probably meant by a name that is not exactly theirs. */
export interface NearestPerson {
  readonly name: string;
  /** If both names read the same, the signs that differ: here and there. */
  readonly signs: readonly Sign[];
}

export interface Sign {
  readonly here: string;
  readonly there: string;
}

/**
 * The person who was meant: by a name with other signs or without accents, part of a name, a short form of the first
 * name, a title and surname, or a typo. Null if nobody fits or two might.
 */
export function nearestPerson(written: string, known: readonly string[]): NearestPerson | null {
  const others = [...new Set(known)];
  const word = foldName(written);
  if (word === '') return null;
  const same = only(others, (each) => foldName(each) === word);
  if (same !== null) return { name: same, signs: signsBetween(written, same) };
  const bare = word.replace(TITLE, '').replace(CHINESE_TITLE, '');
  const name =
    only(others, (each) => isPartOf(bare, foldName(each))) ??
    only(others, (each) => isShortFor(bare, foldName(each))) ??
    closestFolded(word, others) ??
    only(others, (each) => word.includes(foldName(each))) ??
    only(others, (each) => closest(bare, [firstWord(foldName(each))]) !== null);
  return name === null ? null : { name, signs: [] };
}

/** The people in `Bea Stone and Cy Young`, by their full names; empty unless all of several are known. */
export function severalPeople(written: string, known: readonly string[]): readonly string[] {
  const parts = written.split(BETWEEN_PEOPLE).map((part) => part.trim());
  if (parts.length < 2) return [];
  const names = parts.map((part) => (known.includes(part) ? part : nearestPerson(part, known)?.name));
  return names.every((name) => name !== undefined) && new Set(names).size === names.length ? names : [];
}

const BETWEEN_PEOPLE =
  /\s*[,，、;；&＆+/／]\s*(?:and\s+|und\s+)?|\s+(?:and|und|et|y|e|with)\s+|\s*(?:和|与|與|及)\s*|\s+と\s*/u;

/** Signs that look alike; each stands for the first of its row. */
const ALIKE = ["'’‘ʼ＇`´′", '·•・･‧∙⋅●', '-‐‑–—－', '"“”„«»＂'];

/** A name for comparison: without accents, case, and variants of quotes, dots, hyphens and spaces. */
export function foldName(name: string): string {
  let folded = name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
  for (const [first = '', ...others] of ALIKE.map((row) => [...row]))
    for (const other of others) folded = folded.replaceAll(other.normalize('NFKD'), first);
  return folded
    .replaceAll(/\s*·\s*/g, '·')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function only(names: readonly string[], is: (name: string) => boolean): string | null {
  const found = names.filter(is);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Signs that differ between two names with the same fold; none if their numbers differ. */
function signsBetween(here: string, there: string): readonly Sign[] {
  const [a, b] = [here, there].map((name) => [...name.normalize('NFC')]) as [string[], string[]];
  if (a.length !== b.length) return [];
  const pairs = a.map((sign, index) => ({ here: sign, there: b[index] ?? '' }));
  const differing = pairs.filter((pair) => pair.here !== pair.there);
  return [...new Map(differing.map((pair) => [pair.here + pair.there, pair])).values()];
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|herr|frau|m|mme|sr|sra)\.?\s+/;
const CHINESE_TITLE = /(?<=\p{Script=Han})(?:老师|老師|先生|女士|小姐|博士|教授|总|總|哥|姐)$/u;

/** Whether all words of a name are among those of another, or initials of them: `A. Moreno`. */
function isPartOf(part: string, name: string): boolean {
  if (part.length < 2) return false;
  const words = wordsOf(name);
  if (wordsOf(part).every((word) => words.some((each) => each === word))) return true;
  // A given name without the surname, or the surname with a title.
  if (/^\p{Script=Han}{2,}$/u.test(part)) return name.startsWith(part) || name.endsWith(part);
  const parts = wordsOf(part);
  return parts.length === words.length && parts.every((word, index) => isInitial(word, words[index] ?? ''));
}

function isInitial(word: string, full: string): boolean {
  return word === full || (word.length === 1 && full.startsWith(word));
}

function wordsOf(name: string): readonly string[] {
  return name.split(/[\s·.,"()（）]+/).filter((word) => word !== '');
}

function firstWord(name: string): string {
  return wordsOf(name)[0] ?? '';
}

/** Short forms that do not begin like the name. */
const NICKNAMES: Readonly<Record<string, readonly string[]>> = {
  alexander: ['sasha', 'sandy', 'xander'],
  andrew: ['drew'],
  charles: ['chuck'],
  edward: ['ned', 'ted'],
  elizabeth: ['bess', 'betty', 'libby', 'liz'],
  francisco: ['paco', 'pancho'],
  henry: ['hank', 'harry'],
  isabella: ['bella'],
  james: ['jim', 'jimmy'],
  john: ['jack'],
  jose: ['pepe'],
  katherine: ['kitty'],
  lawrence: ['larry'],
  margaret: ['meg', 'peggy'],
  michael: ['mick', 'mike'],
  nicholas: ['nick'],
  rebecca: ['becky'],
  richard: ['dick'],
  robert: ['bob', 'bobby'],
  theodore: ['ted'],
  william: ['bill', 'billy'],
};

/** `Alex Park` for `Alexander Park`, `Bob` for `Robert Young`: the remaining words are equal. */
function isShortFor(short: string, name: string): boolean {
  const [first = '', ...rest] = wordsOf(short);
  const [full = '', ...others] = wordsOf(name);
  if (!rest.every((word) => others.includes(word))) return false;
  if (/\p{Script=Han}/u.test(first)) return /^(?:小|阿|老)/u.test(first) && name.includes(first.slice(1));
  const stem = first.replace(/(?:ie|y)$/, '');
  return (
    NICKNAMES[full]?.includes(first) === true || (stem.length >= 2 && full.startsWith(stem) && full !== stem)
  );
}

function closestFolded(word: string, names: readonly string[]): string | null {
  const nearest = closest(word, names.map(foldName));
  return nearest === null ? null : (names.find((each) => foldName(each) === nearest) ?? null);
}
