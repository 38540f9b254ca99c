import anyAscii from 'any-ascii';
import { pinyin } from 'pinyin-pro';
import surnames from 'pinyin-pro/dist/esm/data/surname.mjs';
import { toRomaji } from 'wanakana';
import { parse } from '../../content/parse/parse.ts';
import { validateTalk } from '../../content/validate/validate-summary.ts';

/** How a name or text is pronounced. */
export interface Reading {
  /** In kana or Latin letters, from the summary; null if it has none. */
  readonly reading?: string | null;
  /** Language of the meetup, BCP 47. */
  readonly lang?: string;
}

/**
 * A person's name for a file name, in ASCII: `黄东旭` gives `huang-dongxu`, `欧阳修` gives `ouyang-xiu`, `José O'Neill`
 * gives `jose-oneill`, `김철수` gives `gim-cheolsu`. The reading of a Japanese name cannot be told from its characters:
 * `山田太郎` gives `yamada-tarou` only with a reading. Empty if nothing can be read.
 */
export function personSlug(name: string, { reading = null, lang = '' }: Reading = {}): string {
  if (reading !== null) {
    const words = reading.normalize('NFKC').split(/[^\p{L}\p{M}\p{N}'\u2019]+/u);
    return joinWords(words.map((word) => slugWord(word, true)));
  }
  const typed = name.normalize('NFKC');
  const isJapanese = isJapaneseText(typed, lang);
  const parts =
    typed
      .replaceAll(/['\u2019]/g, '')
      .match(/\p{Script=Han}+|[\p{L}\p{M}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{M}\p{N}]|$)/gu) ?? [];
  const chinese = parts.filter((part) => /^\p{Script=Han}/u.test(part));
  // A dot between two Chinese parts marks a transcribed foreign name, without a Chinese surname.
  const isChineseName = !isJapanese && chinese.length === 1 && [...chinese.join('')].length <= LONGEST_NAME;
  return joinWords(
    parts.flatMap((part) => {
      if (isChineseName && part === chinese[0]) return chineseName(part);
      const [, surname, given] = (parts.length === 1 && KOREAN_NAME.exec(part)) || [];
      return surname && given
        ? [surname, given].map((each) => slugWord(each, false))
        : slugWord(part, isJapanese);
    }),
  );
}

/** Two characters each for surname and given name; anything longer is a company or a sentence. */
const LONGEST_NAME = 4;

/** Surname and given name; the few surnames of two syllables first. */
const KOREAN_NAME =
  /^(\uB0A8\uAD81|\uD669\uBCF4|\uC81C\uAC08|\uC120\uC6B0|\uB3C5\uACE0|\uC0AC\uACF5|[\uAC00-\uD7A3])([\uAC00-\uD7A3]{1,3})$/;

function isJapaneseText(text: string, lang: string): boolean {
  return /^ja\b/i.test(lang) || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

/** Two-character surnames that the table only has in simplified characters. */
const TRADITIONAL: ReadonlySet<string> = new Set([
  '歐陽',
  '諸葛',
  '司馬',
  '東方',
  '尉遲',
  '濮陽',
  '軒轅',
  '長孫',
  '公孫',
  '鍾離',
  '東郭',
  '赫連',
  '閭丘',
  '仲孫',
  '端木',
  '萬俟',
  '淳于',
  '令狐',
  '宇文',
  '慕容',
]);

/** The first words of a text for a file name: `为什么选择数据库` gives `weishenme-xuanze-shujuku`. */
export function textSlug(text: string, lang = ''): string {
  const typed = text.normalize('NFKC');
  const isJapanese = isJapaneseText(typed, lang);
  const segmenter = new Intl.Segmenter(isJapanese ? 'ja' : 'zh', { granularity: 'word' });
  const words = [...segmenter.segment(typed)].filter(({ isWordLike }) => isWordLike);
  return joinWords(words.map(({ segment }) => slugWord(segment, isJapanese)));
}

/** Key shared by file names with the same meaning, including those that an earlier version romanized differently. */
export function slugKey(slug: string): string {
  return textSlug(slug.normalize('NFC')).replaceAll('-', '') || slug.toLowerCase();
}

/** Whether a talk's file may have this slug, which names a deck and a PDF on every system. */
export function isTalkSlug(slug: string): boolean {
  const { value: file } = parse({ path: `content/talks/01-${slug}.md`, text: '---\n---\n' });
  return !file || !validateTalk(file).findings.some(({ code }) => code === 'invalid-file-name');
}

/** Splits a name into surname and given name, in pinyin. */
function chineseName(name: string): readonly string[] {
  const characters = [...name];
  const surname = characters.slice(0, 2).join('');
  const isCompound = characters.length > 2 && (surname in surnames || TRADITIONAL.has(surname));
  const syllables = pinyin(name, {
    mode: 'surname',
    surname: 'head',
    toneType: 'none',
    type: 'array',
    v: true,
  });
  const split = isCompound ? 2 : 1;
  return [syllables.slice(0, split), syllables.slice(split)].map((part) => plainLetters(part.join('')));
}

/**
 * A word for a file name: Chinese in pinyin without tones, kana as pronounced, everything else transliterated. Empty if
 * nothing is left.
 */
function slugWord(word: string, isJapanese: boolean): string {
  const romanized = word
    .replaceAll(/[\p{Script=Hiragana}\p{Script=Katakana}\u30FC]+/gu, (kana) => toRomaji(kana))
    .replaceAll(/\p{Script=Han}+/gu, (chinese) =>
      isJapanese ? '' : pinyin(chinese, { toneType: 'none', type: 'array', v: true }).join(''),
    );
  return plainLetters(romanized);
}

/** Text reduced to lower-case ASCII letters and digits. */
function plainLetters(text: string): string {
  const letters = text
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return anyAscii(letters)
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '');
}

/** Longer file names are hard to read in a list. */
const MOST_CHARACTERS = 40;

/** Joins as many words as fit with hyphens; a long first word is truncated. */
function joinWords(words: readonly string[]): string {
  const [first = '', ...others] = words.filter((word) => word !== '');
  let slug = [...first].slice(0, MOST_CHARACTERS).join('');
  for (const word of others) {
    const longer = `${slug}-${word}`;
    if ([...longer].length > MOST_CHARACTERS) break;
    slug = longer;
  }
  return slug;
}
