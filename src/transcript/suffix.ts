import { isLatinAt } from './latin.ts';
import { isDigit } from './literal.ts';

/** What stands behind a number and belongs to it. */
export interface Suffix {
  readonly end: number;
  /** Power of ten of `K`, `million` and the like, 0 otherwise. */
  readonly scale: number;
  readonly percent: boolean;
}

/** Only glued to the digits; `m` is metre, `b` bit. */
const LETTERS: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, B: 9, bn: 9 };

const WORDS: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };

/** Units of measure and endings, written as here. One letter counts only where it is glued to the digits. */
const MEASURES = new Set(
  (
    'm s h g t x W V A s st nd rd th mm cm km kg mg ms ns us min hr hrs Hz kHz MHz GHz KB MB GB TB PB EB kB ' +
    'Kbps Mbps Gbps kW MW GW kWh MWh GWh mAh px pt fps FPS qps QPS tps TPS dB nm'
  ).split(' '),
);

const PERCENT = /[ \u00a0\u2009\u202f]?%|[ \u00a0](?:percent|per cent|pct)(?![A-Za-z])/y;
/** As in km/h, MB/s. */
const PER = /\/(?:s|h|min)(?![A-Za-z])/y;
const WORD = /([ \u00a0]?)([A-Za-z]{1,8})/y;

/** What stands behind the number that ends at `end` of folded text; without `letters`, only a percent sign. */
export function readSuffix(text: string, end: number, letters: boolean): Suffix {
  PERCENT.lastIndex = end;
  if (PERCENT.test(text)) return { end: PERCENT.lastIndex, scale: 0, percent: true };
  const none = { end, scale: 0, percent: false };
  WORD.lastIndex = end;
  const match = letters ? WORD.exec(text) : null;
  const wordEnd = WORD.lastIndex;
  if (!match || isLatinAt(text, wordEnd) || isDigit(text[wordEnd])) return none;
  const [, gap, word = ''] = match;
  const scale = WORDS[word.toLowerCase()] ?? (gap === '' ? LETTERS[word] : undefined);
  if (scale !== undefined) return { end: wordEnd, scale, percent: false };
  if (!MEASURES.has(word) || (gap !== '' && word.length === 1)) return none;
  PER.lastIndex = wordEnd;
  return { ...none, end: PER.test(text) ? PER.lastIndex : wordEnd };
}
