import type { Unit } from './rank/passage.ts';
import { type Script, scriptOf } from './rank/words.ts';
import { scrub } from './scrub.ts';
import { isOnlyLead, shorten } from './shorten.ts';

/** A line of a transcript that somebody says. An utterance of src/importing is one. */
export interface Said {
  /** As it is cited, from 1. */
  readonly line: number;
  /** Without the speaker's label. */
  readonly text: string;
  /** Null or missing where it is not known. */
  readonly speaker?: string | null;
  /** Only `speech` and `heading` count; missing for speech. */
  readonly kind?: string;
}

/** A part of a sentence between commas; in scripts without them, a sentence. */
export interface Clause extends Unit {
  readonly line: number;
  /** As it stands in its line, marks of damage and remarks of the transcriber aside. */
  readonly raw: string;
  /** Counts the sentences of the talk. */
  readonly sentence: number;
  /** Whether it is the first and the last of its sentence. */
  readonly begins: boolean;
  readonly ends: boolean;
  /** Whether something is missing behind or within it: `/p>` in the place of a question mark. */
  readonly isDamaged: boolean;
}

const CHINESE_SENTENCE = /(?<=[。！？!?；;…]["”’」』）)]?)(?!["”’」』）)。！？!?])|(?=——)/;
const LATIN_SENTENCE = /(?<=[.?!]["”’)\]]*)\s+(?=["“‘([]?[A-Z0-9])/;
/** A comma between digits belongs to a number. */
const CHINESE_CLAUSE = /(?<=[，,])(?!\d{3}(?!\d))/;

/** In English only what is too long for a point is parted: short sentences read best whole. */
const LATIN_CLAUSE = /(?<=[,;:\u2013\u2014])\s+(?=\S)/;
const LONG_SENTENCE = 12;

/** The sentences of a line, each with the blanks around it. */
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
