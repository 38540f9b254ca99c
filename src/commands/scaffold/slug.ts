import { pinyin } from 'pinyin-pro';
import surnames from 'pinyin-pro/dist/esm/data/surname.mjs';
import { joinWords } from '../../scaffold/join-words.ts';
import { plainLetters, slugWord } from '../../scaffold/slug-word.ts';

/**
 * A person's name as it stands in a file name: `黄东旭` gives `huang-dongxu`, `欧阳修` gives `ouyang-xiu`,
 * `José O'Neill` gives `jose-oneill`. Empty where the name has no letter.
 */
export function personSlug(name: string): string {
  const parts =
    name
      .normalize('NFKC')
      .replaceAll(/['\u2019]/g, '')
      .match(/\p{Script=Han}+|[\p{L}\p{M}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{M}\p{N}]|$)/gu) ?? [];
  const chinese = parts.filter((part) => /^\p{Script=Han}/u.test(part));
  // With a dot between two Chinese parts it is a foreign name in Chinese characters, without a Chinese surname.
  const isChineseName = chinese.length === 1 && [...chinese.join('')].length <= LONGEST_NAME;
  return joinWords(
    parts.flatMap((part) => (isChineseName && part === chinese[0] ? chineseName(part) : slugWord(part))),
  );
}

/** A surname of two characters and a given name of two; what is longer is a company or a sentence. */
const LONGEST_NAME = 4;

/** Surname and given name. */
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

/** Surnames of two characters that the table has in simplified characters only. */
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
