import type { Script } from '../content/claims/words.ts';
import { atLine, type Point } from './drafted.ts';
import { topicOf } from './headings.ts';
import type { Material } from './material.ts';
import { HEADLESS, LONGEST, type Piece, sizeOf } from './pieces.ts';

/** Phrases that introduce a conclusion. */
const CUE: Readonly<Record<Script, RegExp>> = {
  zh: /愿景|希望(?:可以|能|是)|想法|目标|最重要|最核心|核心是|关键|我们要|要做|不要|必须|一定要|初衷|本质|归根|使命|坚持|真正|才是|取决于/,
  en: /\b(?:the point|the key|most important|important thing|goal|mission|vision|we believe|in the end|fundamental(?:ly)?|essential(?:ly)?|must|should|the idea|lesson|conclusion|never|always)\b/i,
};
const SHORTEST: Readonly<Record<Script, number>> = { zh: 12, en: 7 };
const CUE_BONUS = 0.35;
/** The point of a talk comes early as an announcement, or late as a conclusion. */
const EDGE_BONUS = 0.1;

/** The one sentence to remember. */
export function takeawayOf({ pieces, clauses, ranked, grounds }: Material): Point | null {
  const { script } = ranked;
  const value = (piece: Piece): number => {
    const place = piece.first / Math.max(1, clauses.length);
    return (
      worthOf(piece, ranked.worth) +
      0.12 * piece.score +
      (CUE[script].test(piece.text) ? CUE_BONUS : 0) +
      (place < 0.15 || place > 0.8 ? EDGE_BONUS : 0) -
      8 * piece.penalty
    );
  };
  const able = pieces
    .filter(
      ({ text, penalty }) =>
        sizeOf(text, script) >= SHORTEST[script] && penalty < 0.06 && !HEADLESS[script].test(text),
    )
    .map((piece) => ({ piece, value: value(piece) }))
    .sort((a, b) => b.value - a.value || a.piece.first - b.piece.first);
  for (const { piece } of able) {
    const point = atLine(piece.text, piece.line);
    if (grounds.holds(point)) return point;
  }
  return null;
}

function worthOf({ terms, length }: Piece, worth: ReadonlyMap<string, number>): number {
  return terms.reduce((sum, term) => sum + (worth.get(term) ?? 0), 0) / length;
}

/** The main topic of the talk, or the takeaway if short enough. */
export function titleOf(
  { clauses, phrases, ranked, grounds }: Material,
  takeaway: Point | null,
): Point | null {
  const topic = topicOf(clauses, phrases, { first: 0, last: clauses.length - 1 }, ranked.script, new Set());
  if (topic && grounds.holds(topic)) return topic;
  const isShort = takeaway && sizeOf(takeaway.text, ranked.script) <= LONGEST[ranked.script] / 2;
  return isShort ? takeaway : null;
}
