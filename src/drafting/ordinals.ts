import type { Script } from '../content/claims/words.ts';

/** The beginning of a list item. */
export interface Mark {
  /** Null for 另一个是, `finally` and the like, which continue the count. */
  readonly number: number | null;
  readonly index: number;
  /** After the mark and the noun that belongs to it: 第一个条件. */
  readonly end: number;
}

const NUMERALS = '一二三四五六七八九十';
const WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const NOUN =
  '(?:条件|关系|模式|问题|原因|理由|好处|优点|优势|缺点|方法|方面|场景|特点|特征|观点|建议|层面|阶段|步骤|类型|趋势|挑战|思路|误区|错误|教训|经验|维度|变化|部分|角度)?';
/** Not 第一版, 第一年, 第一次, 第一个版本: an item must follow. */
const CHINESE = new RegExp(
  [
    `第([${NUMERALS}]|\\d{1,2})(?:个|点|种|条(?!件)|类|大|方面|步|是|，|,|、|就是|呢)${NOUN}(?![和与跟或])`,
    `第([${NUMERALS}])(?=我们?|你|能|要|不|开源|没有|必须|一定|它|他|这|在|如果|从|对|因为|所有)`,
    `第([${NUMERALS}])${NOUN.replace(/\?$/, '')}`,
    '(首先|其次|再次|再者|最后)(?=[^，,。]|[，,])(?:一?个?(?:还有)?一?点|还有一点|就是|是|，|,)?',
    '(另外|还有)(?:还有)?(?:一个?点|一个|一方面)(?:的话|是|就是)?',
    '(一个是|另一个是|一方面|另一方面|一种是|另一种是)',
    '(?<![\\d.])(\\d{1,2})[.、．)）](?![\\d])',
  ].join('|'),
  'g',
);
/** Continuations that make 第一 part of something else. */
const CHINESE_NOT =
  /^第[一二三四五六七八九十\d]+(?:个|种|类)?(?:版|年|次|天|位|名|家|批|期|代|时间|季|届|轮|页|章|节|集|月|周|桶|线|手|人|产品|项目|客户|用户|大)/;

const ENGLISH = new RegExp(
  [
    `(?:and )?(?:the )?\\b(${WORDS.join('|')})(?:ly)?(?: (?:one|thing|point|reason|step|part|question|way|option|issue|problem|of all|area|lesson))?(?:,| is| was|:)`,
    `\\bnumber (${COUNTS.join('|')})\\b[,:]?(?: is)?`,
    '(?<![\\d.$])(\\d{1,2})[.)](?=\\s)',
    '(?:and )?\\b(finally|lastly),',
  ].join('|'),
  'gi',
);

/**
 * Finds the beginnings of items in a run of text: at its start, or after a comma or the end of a sentence.
 * @param last number of the previous item; the next one may come after a few words: 我们还有第三种模式
 */
export function findMarks(text: string, script: Script, last = 0): readonly Mark[] {
  const marks: Mark[] = [];
  for (const found of text.matchAll(script === 'zh' ? CHINESE : ENGLISH)) {
    const { 0: written, index } = found;
    const isAtStart = startsItem(text, index, script);
    const isDigits = /^\d/.test(written);
    if (!isAtStart || (isDigits && text.slice(0, index).trim() !== '')) continue;
    if (script === 'zh' && CHINESE_NOT.test(text.slice(index))) continue;
    const word = found.slice(1).find((group) => group !== undefined) ?? '';
    const number = script === 'zh' ? chineseNumber(word) : englishNumber(word);
    marks.push({ number, index, end: index + written.length });
  }
  return marks.length === 0 && script === 'zh' && last > 0 ? hiddenMark(text, last + 1) : marks;
}

function hiddenMark(text: string, number: number): readonly Mark[] {
  const numeral = NUMERALS.charAt(number - 1);
  const pattern = new RegExp(
    `^[^，,。！？]{1,12}第${numeral}(?:个|点|种|条(?!件)|类|方面)${NOUN}(?![和与跟或])`,
  );
  const found = numeral === '' ? null : pattern.exec(text);
  return found ? [{ number, index: 0, end: found[0].length }] : [];
}

function startsItem(text: string, index: number, script: Script): boolean {
  const before = text.slice(0, index).trimEnd();
  if (before === '') return true;
  if (script === 'en') return /[.?!;:]["”’)]?$/.test(before);
  return /[。！？!?；;，,：:、—]$|(?:^|[。！？!?；;，,])(?:那么|那|然后|其实|所以|就是|对|而|呢|的话|嘛)$/.test(
    before,
  );
}

function chineseNumber(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const at = NUMERALS.indexOf(word);
  if (at >= 0) return at + 1;
  if (word === '首先' || word === '一个是' || word === '一方面' || word === '一种是') return 1;
  return null;
}

function englishNumber(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const lower = word.toLowerCase();
  const at = Math.max(WORDS.indexOf(lower), COUNTS.indexOf(lower));
  return at >= 0 ? at + 1 : null;
}
