import { foldText } from './fold.ts';
import { type NumberMention, readNumbers } from './numbers.ts';
import { quantityKey } from './quantity.ts';

/** A number of a claim that its lines contain, but in another sense. */
export interface MisstatedNumber {
  /** `denied`: 超过10年 for 没超过10年; `range`: 80% for 80%到90%. */
  readonly type: 'denied' | 'range';
  /** Offsets in the claim. */
  readonly index: number;
  readonly end: number;
}

/**
 * Numbers of a claim (folded text) that every line with them negates, or gives as one end of a range, while the claim
 * does not.
 * @param numbers the claim's certain numbers
 */
export function findMisstatedNumbers(
  claim: string,
  numbers: readonly NumberMention[],
  lines: readonly string[],
): readonly MisstatedNumber[] {
  if (numbers.length === 0) return [];
  // Aggregated by quantity rather than listed: a transcript may repeat one number many times.
  const said = new Map<string, Manner>();
  for (const line of lines) {
    const text = foldText(line);
    for (const { keys, ...manner } of mannersOf(text, certainNumbers(text))) {
      for (const key of keys) said.set(key, both(said.get(key), manner));
    }
  }
  return mannersOf(claim, numbers).flatMap(({ mention, keys, ...claimed }): readonly MisstatedNumber[] => {
    const manner = keys.reduce<Manner | undefined>((all, key) => {
      const one = said.get(key);
      return one ? both(all, one) : all;
    }, undefined);
    if (!manner || claimed.isBounded) return [];
    const { index, end } = mention;
    if (!claimed.isDenied && manner.isDenied) return [{ type: 'denied', index, end }];
    return !claimed.isRange && manner.isEnd ? [{ type: 'range', index, end }] : [];
  });
}

/** The numbers of folded text that need evidence in a claim. */
export function certainNumbers(text: string): readonly NumberMention[] {
  return [...readNumbers(text)].filter((number) => number.certain);
}

interface Manner {
  readonly isDenied: boolean;
  /** One end of a range that is not negated. */
  readonly isEnd: boolean;
}

function both(a: Manner | undefined, b: Manner): Manner {
  return { isDenied: (a?.isDenied ?? true) && b.isDenied, isEnd: (a?.isEnd ?? true) && b.isEnd };
}

interface Told extends Manner {
  readonly mention: NumberMention;
  readonly keys: readonly string[];
  readonly isRange: boolean;
  /** Whether it is given as a limit: 最多, `up to`. */
  readonly isBounded: boolean;
}

const CLAUSE_END = /[，,。；;！!？?：:\n]|\.\s|——/;
/** Close to the number, so that a 不 elsewhere in a long clause does not count. */
const DENIED_BEFORE =
  /(?:没有?|不(?!仅|但|止|只|光|断|同|少)|未(?!来)|并非)[^，,。]{0,5}$|(?:\b(?:not|never|without|hardly)|n['’]t)(?:\s+[\w'’-]+){0,4}\s*$|\b(?:less|fewer) than\s*$/i;
const DENIED_BEHIND = /^[^，,。\d]{0,3}(?:不到|未满|不满|以内|之内)/;
const BOUNDED_BEFORE =
  /(?:最多|最高|至多|至少|最低|最少|可达|高达|多达|不止|不下|up to|at most|at least|as (?:much|many) as|no more than)[^，,。]{0,3}$/i;
const BOUNDED_BEHIND = /^[^，,。\d]{0,3}(?:以上|以下|起|左右|or more|or less)/i;
/** A range sign, possibly after a unit, without a verb: in 5天缩短到3天 it was 5 and is 3. */
const RANGE_SIGN = /^[^，,。\d]{0,2}(?:[-–—~〜至到]|\bto\b)\s*$/;
/** 从1.0到2.0 describes a change: both values were true at some time. */
const CHANGE = /(?:从|由|自|\bfrom)\s*$/i;
const NEAREST = 24;

/** @param text folded */
function mannersOf(text: string, mentions: readonly NumberMention[]): readonly Told[] {
  return mentions.map((mention, at) => {
    const before = lastClause(text.slice(Math.max(0, mention.index - NEAREST), mention.index));
    const behind = text.slice(mention.end, mention.end + NEAREST);
    const previous = mentions[at - 1];
    const next = mentions[at + 1];
    const isRange =
      mention.quantities.length > 1 ||
      (next !== undefined && isRangeOf(text, mention, next)) ||
      (previous !== undefined && isRangeOf(text, previous, mention));
    const isDenied = DENIED_BEFORE.test(before) || DENIED_BEHIND.test(behind);
    return {
      mention,
      keys: [...mention.quantities, ...mention.others].map(quantityKey),
      isDenied,
      isEnd: isRange && !isDenied,
      isRange,
      isBounded: BOUNDED_BEFORE.test(before) || BOUNDED_BEHIND.test(behind),
    };
  });
}

function isRangeOf(text: string, first: NumberMention, last: NumberMention): boolean {
  const isChange = CHANGE.test(text.slice(Math.max(0, first.index - NEAREST), first.index));
  return !isChange && RANGE_SIGN.test(text.slice(first.end, last.index));
}

function lastClause(text: string): string {
  return text.split(CLAUSE_END).at(-1) ?? '';
}
