import { isEmptyWord, PAIR } from '../../content/claims/words.ts';
import { CUES, FILLERS, holdsAny } from './cues.ts';
import type { Passage } from './passage.ts';

/** How many texts of a collection contain each term. */
export interface Background {
  readonly texts: number;
  /** Only terms that occur in several texts. */
  readonly frequency: ReadonlyMap<string, number>;
}

export interface TermRows {
  readonly terms: readonly string[];
  /** Features of each term. */
  readonly rows: readonly (readonly number[])[];
}

interface Occurrences {
  count: number;
  readonly units: Set<number>;
  readonly turns: Set<number>;
  readonly speakers: Set<string>;
  readonly first: number;
  last: number;
  byLead: number;
  withCue: number;
  withFiller: number;
  lengths: number;
  inFirstTurn: number;
}

/**
 * Features that predict whether a term belongs in the summary: how often and where it occurs, with what, and how common
 * it is elsewhere.
 */
export function termRows(passage: Passage, background: Background): TermRows {
  const { script, tokens, units } = passage;
  const size = Math.max(1, units.length);
  const found = occurrences(passage);
  const turns = new Set(units.map(({ turn }) => turn)).size;
  const tokenCounts = new Map<string, number>();
  let total = 0;
  for (const each of tokens) {
    total += each.length;
    for (const token of each) tokenCounts.set(token, (tokenCounts.get(token) ?? 0) + 1);
  }
  const rows = [...found].map(([term, seen]) => {
    const parts = term.split(PAIR);
    const left = tokenCounts.get(parts[0] ?? '') ?? 0;
    const right = tokenCounts.get(parts[1] ?? parts[0] ?? '') ?? 0;
    const elsewhere = background.frequency.get(term) ?? 0;
    const rarity = Math.log((background.texts + 1) / (elsewhere + 1));
    return [
      Math.log(seen.count),
      Math.log(seen.units.size),
      seen.units.size / size,
      seen.turns.size / turns,
      seen.speakers.size,
      seen.first / size,
      seen.last / size,
      (seen.last - seen.first) / size,
      rarity,
      rarity * Math.log1p(seen.count),
      parts.length,
      parts.filter((part) => isEmptyWord(part, script)).length,
      parts.some((part) => /[a-z]/.test(part)) ? 1 : 0,
      parts.some((part) => /\d/.test(part)) ? 1 : 0,
      seen.byLead / seen.count,
      seen.withCue / seen.count,
      seen.withFiller / seen.count,
      seen.lengths / seen.count,
      Math.log((seen.count * total) / Math.max(1, left * right)),
      (left / total) * 100,
      (right / total) * 100,
      seen.inFirstTurn / seen.count,
      Math.log(size),
      Math.log(left + 1),
      Math.log(right + 1),
    ];
  });
  return { terms: [...found.keys()], rows };
}

function occurrences({ script, terms, tokens, units }: Passage): ReadonlyMap<string, Occurrences> {
  const lead = leadOf(units, tokens);
  const found = new Map<string, Occurrences>();
  for (const [index, own] of terms.entries()) {
    const unit = units[index];
    const words = tokens[index] ?? [];
    if (!unit) continue;
    const cue = holdsAny(words, CUES[script], script) > 0 ? 1 : 0;
    const filler = holdsAny(words, FILLERS[script], script) > 0 ? 1 : 0;
    for (const term of own) {
      const seen = found.get(term) ?? newOccurrences(index);
      found.set(term, seen);
      seen.count += 1;
      seen.units.add(index);
      seen.turns.add(unit.turn);
      seen.speakers.add(unit.speaker);
      seen.last = index;
      if (unit.speaker === lead) seen.byLead += 1;
      seen.withCue += cue;
      seen.withFiller += filler;
      seen.lengths += words.length;
      if (unit.turn === 0) seen.inFirstTurn += 1;
    }
  }
  return found;
}

function newOccurrences(first: number): Occurrences {
  return {
    count: 0,
    units: new Set(),
    turns: new Set(),
    speakers: new Set(),
    first,
    last: first,
    byLead: 0,
    withCue: 0,
    withFiller: 0,
    lengths: 0,
    inFirstTurn: 0,
  };
}

/** The person who says most. */
export function leadOf(units: Passage['units'], tokens: Passage['tokens']): string {
  const said = new Map<string, number>();
  for (const [index, { speaker }] of units.entries()) {
    said.set(speaker, (said.get(speaker) ?? 0) + (tokens[index]?.length ?? 0));
  }
  return [...said].reduce((most, each) => (each[1] > most[1] ? each : most), ['', -1])[0];
}
