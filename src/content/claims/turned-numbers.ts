import { type Claim, citedLines, type Span, type Transcript } from './check-claim.ts';
import { foldText } from './fold.ts';
import { type NumberMention, readNumbers } from './numbers.ts';
import { quantityKey } from './quantity.ts';

/** A number of a claim that its lines have, but otherwise than the claim says it. */
export interface TurnedNumber {
  /** `denied`: 超过10年 of 没超过10年; `range`: 80% of 80%到90%. */
  readonly type: 'denied' | 'range';
  /** As it stands in the claim. */
  readonly text: string;
  /** Offset in the claim's text. */
  readonly index: number;
}

/**
 * The numbers of `claim` that all cited lines which have them deny, or give as one end of a range, while the claim
 * does not. Numbers that no line has are the business of `checkClaim`.
 */
export function findTurnedNumbers(
  claim: Claim,
  transcript: Transcript,
  spans: readonly Span[],
): readonly TurnedNumber[] {
  const said = new Map<string, Manner[]>();
  for (const line of citedLines(transcript, spans)) {
    for (const { keys, ...manner } of mannersOf(line)) {
      for (const key of keys) said.set(key, [...(said.get(key) ?? []), manner]);
    }
  }
  const claimed = mannersOf(claim.text);
  return claimed.flatMap(({ mention, keys, isDenied, isRange, isBounded }): readonly TurnedNumber[] => {
    const manners = keys.flatMap((key) => said.get(key) ?? []);
    if (manners.length === 0 || isBounded) return [];
    const { index, end } = mention;
    const text = claim.text.slice(index, end);
    if (!isDenied && manners.every((manner) => manner.isDenied)) return [{ type: 'denied', text, index }];
    if (!isRange && manners.every((manner) => manner.isRange && !manner.isDenied)) {
      return [{ type: 'range', text, index }];
    }
    return [];
  });
}

interface Manner {
  readonly isDenied: boolean;
  readonly isRange: boolean;
}

interface Told extends Manner {
  readonly mention: NumberMention;
  readonly keys: readonly string[];
  /** Whether words say that it is a limit: 最多, `up to`. */
  readonly isBounded: boolean;
}

const CLAUSE_END = /[，,。；;！!？?：:\n]|\.\s|——/;
/** Close to the number, so that 不 of another word in a long clause says nothing about it. */
const DENIED_BEFORE =
  /(?:没有?|不(?!仅|但|止|只|光|断|同|少)|未(?!来)|并非)[^，,。]{0,5}$|(?:\b(?:not|never|without|hardly)|n['’]t)(?:\s+[\w'’-]+){0,4}\s*$|\b(?:less|fewer) than\s*$/i;
const DENIED_BEHIND = /^[^，,。\d]{0,3}(?:不到|未满|不满|以内|之内)/;
const BOUNDED_BEFORE =
  /(?:最多|最高|至多|至少|最低|最少|可达|高达|多达|不止|不下|up to|at most|at least|as (?:much|many) as|no more than)[^，,。]{0,3}$/i;
const BOUNDED_BEHIND = /^[^，,。\d]{0,3}(?:以上|以下|起|左右|or more|or less)/i;
const RANGE_SIGN = /^[^，,。\d]{0,4}(?:[-–—~〜至到]|\bto\b)\s*$/;
const NEAREST = 24;

function mannersOf(raw: string): readonly Told[] {
  const text = foldText(raw);
  const mentions = [...readNumbers(text)].filter((mention) => mention.certain);
  return mentions.map((mention, at) => {
    const before = lastClause(text.slice(Math.max(0, mention.index - NEAREST), mention.index));
    const behind = text.slice(mention.end, mention.end + NEAREST);
    const previous = mentions[at - 1];
    const next = mentions[at + 1];
    const isRange =
      mention.quantities.length > 1 ||
      (next !== undefined && RANGE_SIGN.test(text.slice(mention.end, next.index))) ||
      (previous !== undefined && RANGE_SIGN.test(text.slice(previous.end, mention.index)));
    return {
      mention,
      keys: [...mention.quantities, ...mention.others].map(quantityKey),
      isDenied: DENIED_BEFORE.test(before) || DENIED_BEHIND.test(behind),
      isRange,
      isBounded: BOUNDED_BEFORE.test(before) || BOUNDED_BEHIND.test(behind),
    };
  });
}

function lastClause(text: string): string {
  return text.split(CLAUSE_END).at(-1) ?? '';
}
