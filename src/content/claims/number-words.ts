import { isDigit, isLatinAt } from './decimal.ts';

/** Digits of Chinese numerals in folded text (see fold.ts). */
export const CHINESE_DIGITS = '〇一二三四五六七八九';

const CHINESE_UNITS = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
]);

/** The power of ten of a unit; undefined for other characters. */
export function powerOfUnit(char: string | undefined): number | undefined {
  return CHINESE_UNITS.get(char ?? '');
}

/** What is counted: measure words and units that end a numeral. */
export const MEASURES = '个家次倍年月日天人名位款种条项台秒小时钟周岁层座支件轮期场行吨篇步点级线';

/** Currency units, before which a numeral may be abbreviated (三百五块). */
export const MONEY = '元块美';

/** Words that contain a numeral character but are no numbers. 之一 and 第一 are: one of three parts, number one. */
const WORDS = [
  ...['一些', '一定', '一样', '一般', '一起', '一直', '一下', '一旦', '一切', '一边', '一致', '一同'],
  ...['一向', '一度', '一再', '一贯', '一味', '一律', '一概', '一旁', '一体', '一流', '一方面', '一系列'],
  ...['统一', '唯一', '万一', '单一', '同一', '任一', '逐一', '合一', '不一', '进一步'],
  ...['十分(?![钟之])', '十足', '百度', '百科', '百货', '百姓', '百分(?![之百])'],
  ...['千万(?=[别不要记勿得注小当莫])', '万科', '万达', '万物', '万能'],
];
const IDIOMS = WORDS.join('|');
const SECOND_CHARACTERS = new Set(WORDS.map((word) => word.charAt(1)));

const IDIOM_HERE = new RegExp(IDIOMS, 'y');

/** Whether such a word begins at `index`. */
export function isIdiomAt(text: string, index: number): boolean {
  if (!SECOND_CHARACTERS.has(text.charAt(index + 1))) return false;
  IDIOM_HERE.lastIndex = index;
  return IDIOM_HERE.test(text);
}

/**
 * Where a number may begin in folded text: a numeral character, 百分之 before one, or 百分百. Any other match is not a number
 * but a word (统一) or a vague amount (几百万, 数十).
 */
export const NUMBER_START = new RegExp(
  `${IDIOMS}|[几数][十百千万亿]+(?![一二三四五六七八九])|百分百|百分之|[0-9${CHINESE_DIGITS}十百千万亿]`,
  'g',
);

/** What follows a number and belongs to it. */
interface Suffix {
  readonly end: number;
  /** Power of ten of `K`, `million` and the like; 0 otherwise. */
  readonly scale: number;
  readonly percent: boolean;
}

/** Only directly after digits; `m` is metre, `b` bit. */
const LETTERS: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, B: 9, bn: 9 };

const SCALE_WORDS: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };

/** Units of measure and ordinal endings, case-sensitive. Single letters count only directly after digits. */
const SUFFIX_MEASURES = new Set(
  (
    'm s h g t x W V A s st nd rd th mm cm km kg mg ms ns us min hr hrs Hz kHz MHz GHz KB MB GB TB PB EB kB ' +
    'Kbps Mbps Gbps kW MW GW kWh MWh GWh mAh px pt fps FPS qps QPS tps TPS dB nm'
  ).split(' '),
);

const PERCENT = /[ \u00a0\u2009\u202f]?%|[ \u00a0](?:percent|per cent|pct)(?![A-Za-z])/y;
/** As in km/h, MB/s. */
const PER = /\/(?:s|h|min)(?![A-Za-z])/y;
const WORD = /([ \u00a0]?)([A-Za-z]{1,8})/y;

/** Reads what follows a number that ends at `end` of folded text; without `letters`, only a percent sign. */
export function readSuffix(text: string, end: number, letters: boolean): Suffix {
  PERCENT.lastIndex = end;
  if (PERCENT.test(text)) return { end: PERCENT.lastIndex, scale: 0, percent: true };
  const none = { end, scale: 0, percent: false };
  WORD.lastIndex = end;
  const match = letters ? WORD.exec(text) : null;
  const wordEnd = WORD.lastIndex;
  if (!match || isLatinAt(text, wordEnd) || isDigit(text[wordEnd])) return none;
  const [, gap, word = ''] = match;
  const scale = SCALE_WORDS[word.toLowerCase()] ?? (gap === '' ? LETTERS[word] : undefined);
  if (scale !== undefined) return { end: wordEnd, scale, percent: false };
  if (!SUFFIX_MEASURES.has(word) || (gap !== '' && word.length === 1)) return none;
  PER.lastIndex = wordEnd;
  return { ...none, end: PER.test(text) ? PER.lastIndex : wordEnd };
}
