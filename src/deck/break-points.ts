/** Where text may be broken, from the most natural places to those of need. */
export const LEVELS = ['sentence', 'clause', 'word', 'character'] as const;
export type Level = (typeof LEVELS)[number];

const CLOSING = '["\'\u201d\u2019\u300d\u300f\u300b\uff09)\\]]*';

/** Latin stops count in front of a blank only: `3.5`, `e.g.`; Chinese ones anywhere. */
const PATTERNS: Readonly<Record<Level, RegExp>> = {
  sentence: new RegExp(`[\u3002\uff01\uff1f\uff1b]+${CLOSING}\\s*|[.!?;]+${CLOSING}\\s+|\\n`, 'gu'),
  clause: new RegExp(`[\uff0c\u3001\uff1a\u2014\u2026]+${CLOSING}\\s*|[,:\u2013]${CLOSING}\\s+`, 'gu'),
  word: /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}](?=[\p{L}\p{N}])/gu,
  // Marks and joiners stay with what they stand behind.
  character: /[^\s\p{M}\u200d](?=[\p{L}\p{N}\p{P}\p{S}])(?!\u200d)/gu,
};

/** Shorter pieces of words and characters would only be more work. */
const SHORTEST = 12;

/** Offsets within `text`, ascending, at which a new piece may begin. */
export function breakPoints(text: string, level: Level): readonly number[] {
  const apart = level === 'word' || level === 'character' ? SHORTEST : 1;
  const points: number[] = [];
  for (const match of text.matchAll(PATTERNS[level])) {
    const point = match.index + match[0].length;
    if (point - (points.at(-1) ?? 0) >= apart && point < text.length) points.push(point);
  }
  return points;
}
