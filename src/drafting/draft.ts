import type { Said } from './clauses.ts';
import type { AnswerDraft, ExchangeDraft, TalkDraft } from './drafted.ts';
import { groundsOf } from './grounds.ts';
import { prepare } from './material.ts';
import { questionOf } from './question.ts';
import { answerBodies, draftSections } from './sections.ts';
import { takeawayOf, titleOf } from './takeaway.ts';

/**
 * Drafts the summary of a talk: sections with points, lists and figures, each quoted from the transcript with its
 * lines. Deterministic and offline.
 * @param said the lines of the talk only, in order, without the speaker's label
 * @param lang BCP 47 tag of the transcript
 */
export function draftTalk(said: readonly Said[], lang: string): TalkDraft {
  const material = prepare(said, lang);
  const takeaway = takeawayOf(material);
  return { title: titleOf(material, takeaway), takeaway, sections: draftSections(material, takeaway) };
}

export interface ExchangeSaid {
  readonly question: readonly Said[];
  /** In order; a person may occur several times. */
  readonly answers: readonly { readonly speaker: string; readonly said: readonly Said[] }[];
}

/** Drafts a question with its answers. People who say only courtesies get no section. */
export function draftExchange({ question, answers }: ExchangeSaid, lang: string): ExchangeDraft {
  const bySpeaker = new Map<string, Said[]>();
  for (const { speaker, said } of answers) {
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), ...said]);
  }
  const asked = questionOf(question, lang);
  const isSupported = asked === null || groundsOf(question, lang).holds(asked);
  return {
    question: isSupported ? asked : null,
    answers: [...bySpeaker].flatMap(([speaker, said]) => draftAnswer(speaker, said, lang) ?? []),
  };
}

/** Most points and items in one answer. */
const MOST_IN_ANSWER = 5;

function draftAnswer(speaker: string, said: readonly Said[], lang: string): AnswerDraft | null {
  const { bodies, notes } = answerBodies(prepare(said, lang), MOST_IN_ANSWER);
  return bodies.length === 0 ? null : { speaker, bodies, notes };
}
