import type { Script } from '../content/claims/words.ts';
import { type Said, sentencesOf } from './clauses.ts';
import type { Point } from './drafted.ts';
import { scrub } from './scrub.ts';

/** The full sentences that points were taken from, in order, without duplicates. */
export function notesOf(points: readonly Point[], said: readonly Said[], script: Script): readonly string[] {
  const notes = new Map<string, string>();
  const inOrder = points.toSorted((a, b) => a.lines.first - b.lines.first);
  for (const { text, lines } of inOrder) {
    for (const { line, text: source } of said) {
      if (line < lines.first || line > lines.last) continue;
      const sentences = scrub(source).flatMap((run) => sentencesOf(run.text, script));
      const sentence = sentences.find((each) => isWithin(text, each));
      if (sentence !== undefined) notes.set(`${line} ${sentence}`, sentence.trim());
    }
  }
  return [...notes.values()];
}

/** Whether the characters of `text` occur in `sentence` in the same order, ignoring case. */
export function isWithin(text: string, sentence: string): boolean {
  const source = sentence.toLowerCase();
  let from = 0;
  for (const char of text.toLowerCase().replace(/\s/g, '')) {
    const at = source.indexOf(char, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
