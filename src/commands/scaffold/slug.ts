import { pinyin } from 'pinyin-pro';
import surnames from 'pinyin-pro/dist/esm/data/surname.mjs';
import { parse } from '../../content/parse/parse.ts';
import { validateTalk } from '../../content/validate/validate-summary.ts';

/**
 * A person's name for a file name: `黄东旭` gives `huang-dongxu`, `欧阳修` gives `ouyang-xiu`, `José O'Neill` gives
 * `jose-oneill`. Empty if the name has no letters.
 */
export function personSlug(name: string): string {
  const parts =
    name
      .normalize('NFKC')
      .replaceAll(/['\u2019]/g, '')
      .match(/\p{Script=Han}+|[\p{L}\p{M}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{M}\p{N}]|$)/gu) ?? [];
  const chinese = parts.filter((part) => /^\p{Script=Han}/u.test(part));
  // Two Chinese parts joined by a dot are a foreign name in Chinese characters, without a Chinese surname.
  const isChineseName = chinese.length === 1 && [...chinese.join('')].length <= LONGEST_NAME;
  return joinWords(
    parts.flatMap((part) => (isChineseName && part === chinese[0] ? chineseName(part) : slugWord(part))),
  );
}

/** Two characters each for surname and given name; anything longer is a company or a sentence. */
const LONGEST_NAME = 4;

/** Two-character surnames that the table has only in simplified characters. */
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
export function textSlug(text: string): string {
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text.normalize('NFKC'))];
  return joinWords(segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => slugWord(segment)));
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
 * A word for a file name: Chinese in pinyin without tones, Latin letters without accents, all lower case. Other scripts
 * stay. Empty if nothing is left.
 */
function slugWord(word: string): string {
  const romanized = word.replaceAll(/\p{Script=Han}+/gu, (chinese) =>
    pinyin(chinese, { toneType: 'none', type: 'array', v: true }).join(''),
  );
  return plainLetters(romanized);
}

/** Reduces text to lower-case letters and digits without accents. */
function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .replace(/^\p{M}+/u, '');
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
