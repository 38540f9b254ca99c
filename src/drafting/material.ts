import { scriptOf } from '../content/claims/words.ts';
import { type Clause, clausesOf, type Said } from './clauses.ts';
import { isAnnouncement, isCourtesy } from './courtesies.ts';
import { type Enumeration, findEnumerations } from './enumerations.ts';
import { type Grounds, groundsOf } from './grounds.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import { forSlides, isQuestion, type Piece, piecesOf } from './pieces.ts';
import { type Ranked, rank } from './rank/rank.ts';
import { rankerFor } from './weights.ts';

/** Analysis of a talk before its points are chosen. */
export interface Material {
  readonly said: readonly Said[];
  readonly lang: string;
  readonly clauses: readonly Clause[];
  readonly ranked: Ranked;
  /** Possible bullets: no greetings, thanks, questions or announcements. */
  readonly pieces: readonly Piece[];
  /** Recurring phrases of the talk. */
  readonly phrases: readonly Phrase[];
  /** Nouns that occur once, for a part without a phrase. */
  readonly nouns: readonly Phrase[];
  readonly lists: readonly Enumeration[];
  readonly grounds: Grounds;
}

export function prepare(said: readonly Said[], lang: string): Material {
  const spoken = said.filter(
    ({ kind, text }) => (kind === undefined || kind === 'speech') && text.trim() !== '',
  );
  const clauses = clausesOf(spoken, lang);
  const script = scriptOf(lang);
  const ranked = rank(clauses, rankerFor(script));
  const named = phrasesOf(clauses, ranked);
  const pieces = forSlides(piecesOf(clauses, ranked)).filter(
    ({ text }) => !isQuestion(text) && !isAnnouncement(text, script) && !isCourtesy(text, script),
  );
  return {
    said,
    lang,
    clauses,
    ranked,
    pieces,
    phrases: named.filter(({ clauses: places }) => places.length > 1),
    nouns: named.filter(({ clauses: places }) => places.length === 1),
    lists: findEnumerations(spoken, lang),
    grounds: groundsOf(said, lang),
  };
}
