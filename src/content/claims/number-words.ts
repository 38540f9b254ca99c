/** Characters of folded text (see fold.ts) that Chinese numerals are made of. */
export const CHINESE_DIGITS = '〇一二三四五六七八九';

const CHINESE_UNITS = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['亿', 8],
]);

/** The power of ten that `char` multiplies by, if it is a unit. */
export function unitOf(char: string | undefined): number | undefined {
  return CHINESE_UNITS.get(char ?? '');
}

/** What is counted, so that a numeral has ended before it. */
export const MEASURES = '个家次倍年月日天人名位款种条项台秒小时钟周岁层座支件轮期场行吨篇步点级线';

/** Money: a numeral may be cut short before it (三百五块). */
export const MONEY = '元块美';

/** Words that hold a numeral's character and are no number. 之一 and 第一 are: three parts' one, number one. */
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

/** Whether a word that is no number stands at `index`. */
export function isIdiomAt(text: string, index: number): boolean {
  if (!SECOND_CHARACTERS.has(text.charAt(index + 1))) return false;
  IDIOM_HERE.lastIndex = index;
  return IDIOM_HERE.test(text);
}

/**
 * Where a number may stand in folded text: one character of a numeral, 百分之 before one, or 百分百. Any other match
 * is no number: a word (统一), or a vague one (几百万, 数十).
 */
export const NUMBER_START = new RegExp(
  `${IDIOMS}|[几数][十百千万亿]+(?![一二三四五六七八九])|百分百|百分之|[0-9${CHINESE_DIGITS}十百千万亿]`,
  'g',
);
