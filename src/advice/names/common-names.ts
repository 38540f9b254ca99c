import { foldText } from '../../content/claims/fold.ts';
import { readNames } from '../../content/claims/names.ts';
import { readNumbers } from '../../content/claims/numbers.ts';
import { beginsSentence, writingOf } from '../text/writing.ts';
import type { ExplicitNames, NamedText } from './explicit-names.ts';
import type { WrongName } from './misspelt-names.ts';

/** A name in Latin letters, or a word that may be one. */
export interface Mention {
  readonly key: string;
  readonly text: NamedText;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** Whether no other Latin word is next to it. */
  readonly isAlone: boolean;
}

/** Finds names without a given spelling that are not spelled as in front matter, or as most often. */
export function commonNames(
  mentions: readonly Mention[],
  { latin }: ExplicitNames,
): ReadonlyMap<NamedText, readonly WrongName[]> {
  const byKey = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (!latin.has(mention.key)) add(byKey, mention.key, mention);
  }
  const wrong = new Map<NamedText, WrongName[]>();
  for (const ofName of byKey.values()) {
    for (const { text, ...name } of wrongAmong(comparable(ofName))) add(wrong, text, name);
  }
  return wrong;
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Most Chinese texts have none; this quick test saves a slow one. */
const HAS_LETTERS = /[A-Za-z\u00C0-\u024F\uFF21-\uFF5A]/;

export function mentionsIn(texts: readonly NamedText[]): readonly Mention[] {
  return texts.flatMap(mentionsOf);
}

function mentionsOf(text: NamedText): readonly Mention[] {
  if (!HAS_LETTERS.test(text.placed.text)) return [];
  const folded = foldText(text.placed.text);
  return readNames(folded, [...readNumbers(folded)], text.lang).flatMap(({ index, end, keys }) => {
    const isPlural = keys.length > 1;
    const stop = isPlural ? end - 1 : end;
    const written = text.placed.text.slice(index, stop);
    const key = keys.at(-1) ?? '';
    // Any word may be capitalized there.
    const isOpen = beginsSentence(folded, index) && /^\p{Lu}\p{Ll}*$/u.test(written);
    const isPart =
      /[\w@#/\\.]/.test(folded.charAt(index - 1)) || /^(?:[@_/\\]|\.\w)/.test(folded.slice(end, end + 2));
    const isAlone =
      !/[\p{Script=Latin}\d] $/u.test(folded.slice(Math.max(0, index - 2), index)) &&
      !/^ [\p{Script=Latin}]/u.test(folded.slice(end, end + 2));
    const mention = { text, start: index, end: stop, written, isAlone, key };
    return key.length < 2 || isOpen || isPart ? [] : [mention];
  });
}

/**
 * Mentions that can be compared. `GitHub` and `GPT-3` are names. Other words may be names if they stand alone in a
 * language that does not use Latin letters: `the Live Editor` is English, and `US` and `Us` are two words.
 */
function comparable(mentions: readonly Mention[]): readonly Mention[] {
  const isDistinct = mentions.some(({ written }) => /\p{Ll}\p{Lu}|\d/u.test(written));
  if (isDistinct) return mentions;
  return mentions.filter(({ text, isAlone }) => isAlone && writingOf(text.lang) !== 'Latin');
}

function wrongAmong(mentions: readonly Mention[]): readonly (WrongName & { readonly text: NamedText })[] {
  const inFields = mentions.filter(({ text }) => text.placed.passage.field !== null);
  const right = commonest(inFields.length > 0 ? inFields : mentions, mentions);
  if (!right) return [];
  const known = inFields.length > 0 ? 'front matter' : 'frequency';
  const { line } = right.text.placed.spot(right.start, right.end);
  const place = `${right.text.file}:${line}`;
  return mentions.flatMap(({ text, start, end, written }) =>
    written === right.written
      ? []
      : [{ text, start, end, right: right.written, known, place, sure: known === 'front matter' }],
  );
}

/** The first of `candidates` with the most frequent spelling of all mentions; ties go to the one with more capitals. */
function commonest(candidates: readonly Mention[], all: readonly Mention[]): Mention | undefined {
  const counts = new Map<string, number>();
  for (const { written } of all) counts.set(written, (counts.get(written) ?? 0) + 1);
  const rank = ({ written }: Mention) => counts.get(written) ?? 0;
  const capitals = ({ written }: Mention) => written.replaceAll(/[^\p{Lu}]/gu, '').length;
  return candidates.toSorted((a, b) => rank(b) - rank(a) || capitals(b) - capitals(a))[0];
}
