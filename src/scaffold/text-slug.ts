import { joinWords } from './join-words.ts';
import { slugWord } from './slug-word.ts';

/** The first words of a text as they stand in a file name: `为什么选择数据库` gives `weishenme-xuanze-shujuku`. */
export function textSlug(text: string): string {
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text.normalize('NFKC'))];
  return joinWords(segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => slugWord(segment)));
}
