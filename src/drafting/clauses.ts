import { type Script, scriptOf } from '../content/claims/words.ts';
import type { Unit } from './rank/passage.ts';
import { scrub } from './scrub.ts';
import { isOnlyLead, shorten } from './shorten.ts';

/** A spoken line of a transcript; compatible with an utterance of src/importing. */
export interface Said {
  /** 1-based line number for citations. */
  readonly line: number;
  /** Without the speaker's label. */
  readonly text: string;
  /** Null or missing if unknown. */
  readonly speaker?: string | null;
  /** Only `speech` and `heading` count; missing means speech. */
  readonly kind?: string;
}

/** A part of a sentence between commas; in scripts without them, a sentence. */
export interface Clause extends Unit {
  readonly line: number;
  /** As in its line, without marks of damage and transcriber's remarks. */
  readonly raw: string;
  /** Index of the sentence in the talk. */
  readonly sentence: number;
  /** Whether it is the first or the last of its sentence. */
  readonly begins: boolean;
  readonly ends: boolean;
  /** Whether something is missing in or after it, such as a question mark replaced by `/p>`. */
  readonly isDamaged: boolean;
}

const CHINESE_SENTENCE = /(?<=[。！？!?；;…]["”’」』）)]?)(?!["”’」』）)。！？!?])|(?=——)/;
const LATIN_SENTENCE = /(?<=[.?!]["”’)\]]*)\s+(?=["“‘([]?[A-Z0-9])/;
/** Commas inside numbers do not count. */
const CHINESE_CLAUSE = /(?<=[，,])(?!\d{3}(?!\d))/;

/** English sentences are split only if too long for a point: short ones read best whole. */
const LATIN_CLAUSE = /(?<=[,;:\u2013\u2014])\s+(?=\S)/;
const LONG_SENTENCE = 12;

/** The sentences of a line, including surrounding spaces. */
export function sentencesOf(text: string, script: Script): readonly string[] {
  const parts = text.split(script === 'zh' ? CHINESE_SENTENCE : LATIN_SENTENCE);
  return parts.filter((part) => part.trim() !== '');
}

/** All clauses of speech, in order. Each line is a turn. */
export function clausesOf(said: readonly Said[], lang: string): readonly Clause[] {
  const script = scriptOf(lang);
  const clauses: Clause[] = [];
  let sentence = 0;
  for (const [turn, { line, text, speaker }] of said.entries()) {
    for (const piece of scrub(text)) {
      const sentences = sentencesOf(piece.text, script);
      for (const [at, each] of sentences.entries()) {
        const parts = partsOf(each, script);
        for (const [index, raw] of parts.entries()) {
          clauses.push({
            text: shorten(raw.trim(), script),
            raw: raw.trim(),
            line,
            turn,
            speaker: speaker ?? '',
            sentence,
            begins: index === 0 || parts.slice(0, index).every((part) => isOnlyLead(part, script)),
            ends: index === parts.length - 1,
            isDamaged: piece.isCut && at === sentences.length - 1,
          });
        }
        sentence += 1;
      }
    }
  }
  return clauses;
}

function partsOf(sentence: string, script: Script): readonly string[] {
  if (script === 'zh') return sentence.split(CHINESE_CLAUSE).filter((part) => part.trim() !== '');
  return sentence.trim().split(/\s+/).length > LONG_SENTENCE ? sentence.split(LATIN_CLAUSE) : [sentence];
}
