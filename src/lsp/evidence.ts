import { scriptOf, termsOf, tokensOf } from '../content/claims/words.ts';

/** A transcript line with its score. */
export interface Fit {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** Finds the transcript lines that come closest to a statement. */
export interface EvidenceFinder {
  /** Best first; lines with nothing in common are left out. @param line of a summary, with its marks and citations */
  best(line: string, most: number): readonly Fit[];
}

/**
 * Weighs terms by how few lines contain them, like search engines.
 * @param lang BCP 47, of the transcript
 */
export function evidenceFinder(lines: readonly string[], lang: string): EvidenceFinder {
  const script = scriptOf(lang);
  const terms = (text: string) => new Set(termsOf(tokensOf(text, script), script));
  const ofLines = lines.map(terms);
  const linesWith = new Map<string, number[]>();
  for (const [index, each] of ofLines.entries())
    for (const term of each) {
      const places = linesWith.get(term);
      if (places) places.push(index);
      else linesWith.set(term, [index]);
    }
  return {
    best(line, most) {
      const statement = line.replaceAll(/^\s*(?:[-*+]|\d+[.)]|#{1,6}|>)\s+|\[L\d[^\]]*\]/g, '');
      const worth = new Map<number, number>();
      for (const term of terms(statement)) {
        const places = linesWith.get(term) ?? [];
        const weight = Math.log(1 + lines.length / Math.max(places.length, 1));
        for (const index of places) worth.set(index, (worth.get(index) ?? 0) + weight);
      }
      // A long line has something in common with everything.
      const score = (index: number) =>
        (worth.get(index) ?? 0) / Math.sqrt(Math.max(ofLines[index]?.size ?? 1, 8));
      return [...worth.keys()]
        .sort((a, b) => score(b) - score(a) || a - b)
        .slice(0, most)
        .map((index) => ({ line: index + 1, text: lines[index] ?? '' }));
    },
  };
}
