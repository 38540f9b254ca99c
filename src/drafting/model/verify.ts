import { checkClaim, citedLines, type Transcript } from '../../content/claims/check-claim.ts';
import { readEvidence } from '../../content/claims/evidence.ts';
import { foldText } from '../../content/claims/fold.ts';
import { readNumbers } from '../../content/claims/numbers.ts';
import { quantityKey } from '../../content/claims/quantity.ts';
import { findWeakSupport } from '../../content/claims/weak-support.ts';
import { scriptOf } from '../../content/claims/words.ts';
import type { Lines } from '../drafted.ts';
import { sizeOf } from '../pieces.ts';
import type { Claimed } from './replies.ts';
import { LONGEST_CLAIM } from './request.ts';

/**
 * Whether a model's statement may be on a slide. `dropped`: something in it is certainly not in its lines; `weak`: it
 * may be, and a person has to check. The reason is in English, for reports.
 */
export interface Verdict {
  readonly verdict: 'held' | 'weak' | 'dropped';
  readonly reason: string;
}

/** The record that statements are compared with. */
export interface Record {
  readonly transcript: Transcript;
  /** Numbers of the lines that the model was given. */
  readonly given: ReadonlySet<number>;
  readonly lang: string;
}

const MOST_LINES = 6;
const SHORTEST_QUOTE = 4;

/**
 * Checks offline, in this order: lines, quote, numbers and names; then words, clauses, negation, language and length.
 */
export function verify(claim: Claimed, { transcript, given, lang }: Record): Verdict {
  const { text, lines, quote } = claim;
  if (!given.has(lines.first) || !given.has(lines.last))
    return dropped(`${cite(lines)} is not among its lines`);
  if (lines.last - lines.first >= MOST_LINES)
    return dropped(`it cites ${lines.last - lines.first + 1} lines`);
  const said = squeezed(citedLines(transcript, [lines]).join(''));
  const quoted = squeezed(quote);
  if (quoted.length < SHORTEST_QUOTE) return dropped('it quotes nothing');
  if (!said.includes(quoted)) return dropped(`its quote is not in ${cite(lines)}`);
  const [wrong] = checkClaim({ text, lang }, transcript, [lines]);
  if (wrong) return dropped(`"${wrong.text}" is not in ${cite(lines)}`);
  const counted = unheardNumber(text, citedLines(transcript, [lines]));
  if (counted !== null) return dropped(`"${counted}" is not in ${cite(lines)}`);
  const script = scriptOf(lang);
  if (/[\u3400-\u9fff]/.test(text) !== /[\u3400-\u9fff]/.test(said)) return weak('it is in another language');
  const found = findWeakSupport({ text, lang }, transcript, [lines]);
  if (found?.type === 'negated')
    return weak(`only one of it and ${cite(lines)} has "${found.words[0] ?? ''}"`);
  if (found) return weak(`${cite(lines)} hardly has: ${found.words.slice(0, 6).join(', ') || found.text}`);
  if (sizeOf(text, script) > LONGEST_CLAIM[script]) return weak('it is too long for a slide');
  return { verdict: 'held', reason: '' };
}

/** Measure words after a number: 九成, 三家. */
const COUNTER = /^[成倍个家年种点次名位人天月层步类条项场轮款台城]/;

/**
 * A number in Chinese characters that the lines do not have in any form, such as 九成. In texts by people 三 may be part
 * of a word; a model has to do without.
 */
function unheardNumber(text: string, lines: readonly string[]): string | null {
  const folded = foldText(text);
  const { quantities } = readEvidence(lines, new Set());
  for (const { index, end, quantities: said } of readNumbers(folded)) {
    const counter = COUNTER.exec(folded.slice(end))?.[0];
    if (counter === undefined || folded.slice(index, end) === '一') continue;
    if (!said.every((quantity) => quantities.has(quantityKey(quantity))))
      return text.slice(index, end) + counter;
  }
  return null;
}

function dropped(reason: string): Verdict {
  return { verdict: 'dropped', reason };
}

function weak(reason: string): Verdict {
  return { verdict: 'weak', reason };
}

/** Without spaces, punctuation and case, which models change when copying. */
function squeezed(text: string): string {
  return foldText(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function cite({ first, last }: Lines): string {
  return first === last ? `L${first}` : `L${first}-${last}`;
}
