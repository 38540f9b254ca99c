import { exchangeBody, talkBody } from '../../drafting/body.ts';
import { draftExchange, draftTalk } from '../../drafting/draft.ts';
import { type Merged, mergeExchange, mergeTalk } from '../../drafting/model/merge.ts';
import { readExchange, readTalk } from '../../drafting/model/replies.ts';
import type { Task } from '../../drafting/model/request.ts';
import type { Drafter, ModelOutcome, RefusedStatement } from '../../importing/drafts.ts';
import { guestTalks } from '../../importing/guests.ts';
import type { FoundExchange, FoundTalk, Meeting } from '../../importing/meeting.ts';
import { EXTRACTIVE, named, namedSpeechIn, speechIn } from './draft-summaries.ts';

/** Tasks for a model: each talk, and each question with its answers. */
export function tasksOf(meeting: Meeting): readonly Task[] {
  const { lang } = meeting;
  return [
    ...[...meeting.talks, ...guestTalks(meeting)].map((talk) => ({
      ...{ id: talkId(talk), kind: 'talk' as const, lang },
      said: speechIn(meeting, talk.parts),
    })),
    ...meeting.exchanges.map((exchange) => ({
      ...{ id: exchangeId(exchange), kind: 'exchange' as const, lang },
      said: saidInExchange(meeting, exchange),
    })),
  ].filter(({ said }) => said.length > 0);
}

/** A model's replies, by task id. */
export type Replies = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/**
 * Drafts summaries in a model's words as far as each statement holds against its lines, otherwise in words of the
 * transcript.
 * @param failed reasons for missing replies, by task id
 */
export function modelDrafter(replies: Replies, failed: ReadonlyMap<string, string>): Drafter {
  const refused: RefusedStatement[] = [];
  const unanswered = new Map<string, string>();
  let kept = 0;
  const count = <Draft>(id: string, { draft, ...merged }: Merged<Draft>): Draft => {
    kept += merged.kept;
    for (const { verdict, text, lines, reason } of merged.refused)
      if (verdict !== 'held') refused.push({ task: id, verdict, text, lines, reason });
    return draft;
  };
  const weakOf = (id: string) => refused.filter(({ task, verdict }) => task === id && verdict === 'weak');
  const missing = (id: string) => {
    unanswered.set(id, failed.get(id) ?? 'there is no answer to it');
  };
  return {
    talk(meeting, talk) {
      const id = talkId(talk);
      const reply = readTalk(replies.get(id) ?? {});
      const said = speechIn(meeting, talk.parts);
      if (!reply) {
        if (said.length > 0) missing(id);
        return EXTRACTIVE.talk(meeting, talk);
      }
      const { lang, transcript } = meeting;
      const given = new Set(said.map(({ line }) => line));
      const merged = mergeTalk(reply, draftTalk(said, lang), { transcript, given, lang });
      const { title, takeaway, sections } = count(id, merged);
      return { title, takeaway, body: talkBody(sections, lang), unverified: weakOf(id) };
    },
    exchange(meeting, exchange, known) {
      const id = exchangeId(exchange);
      const reply = readExchange(replies.get(id) ?? {});
      if (!reply) {
        missing(id);
        return EXTRACTIVE.exchange(meeting, exchange, known);
      }
      const { lang, transcript } = meeting;
      const own = draftExchange(
        {
          question: speechIn(meeting, [exchange.question]),
          answers: exchange.answers
            .filter(({ speaker, kind }) => known.has(speaker) && kind !== 'followUp')
            .map(({ speaker, range }) => ({ speaker, said: speechIn(meeting, [range], speaker) })),
        },
        lang,
      );
      const given = new Set(saidInExchange(meeting, exchange).map(({ line }) => line));
      const merged = count(id, mergeExchange(reply, own, { transcript, given, lang }));
      const body = exchangeBody(merged.answers.map(named), lang);
      const plain = EXTRACTIVE.exchange(meeting, exchange, known);
      return { question: merged.question, body: body === '' ? plain.body : body, unverified: weakOf(id) };
    },
    outcome: (): ModelOutcome => ({
      kept,
      refused,
      unanswered: [...unanswered].map(([task, reason]) => ({ task, reason })),
    }),
  };
}

function talkId({ speaker, range }: FoundTalk): string {
  return `talk L${range.first} ${speaker?.value ?? ''}`.trimEnd();
}

function exchangeId({ question }: FoundExchange): string {
  return `question L${question.first}`;
}

function saidInExchange(meeting: Meeting, { question, answers }: FoundExchange) {
  return namedSpeechIn(meeting, [question, ...answers.map(({ range }) => range)]);
}
