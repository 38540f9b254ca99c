import { exchangeBody, talkBody } from '../../drafting/body.ts';
import { draftExchange, draftTalk } from '../../drafting/draft.ts';
import type { AnswerDraft } from '../../drafting/drafted.ts';
import type { Drafter } from '../../importing/drafts.ts';
import { type FoundAnswer, type LineRange, type Meeting, utterancesIn } from '../../importing/meeting.ts';
import { sizeOf } from '../../importing/structure/turns.ts';
import { markdownText, plainText } from '../../importing/write/plain-text.ts';

/** Drafts summaries in words of the transcript. */
export const EXTRACTIVE: Drafter = {
  talk(meeting, { parts }) {
    const { title, takeaway, sections } = draftTalk(speechIn(meeting, parts), meeting.lang);
    return { title, takeaway, body: talkBody(sections, meeting.lang) };
  },
  exchange(meeting, { question, answers: all }, known) {
    const { lang } = meeting;
    const answers = all.filter(({ speaker, kind }) => known.has(speaker) && kind !== 'followUp');
    const spoken = answers.map(({ speaker, range }) => ({
      speaker,
      said: speechIn(meeting, [range], speaker),
    }));
    const drafted = draftExchange({ question: speechIn(meeting, [question]), answers: spoken }, lang);
    const written = new Set(drafted.answers.map(({ speaker }) => speaker));
    const short = shortAnswers(meeting, answers, written);
    const body = exchangeBody([...drafted.answers, ...short].map(named), lang);
    return { question: drafted.question, body: body === '' ? headings(answers) : body };
  },
};

/** A shorter answer, in Chinese characters, becomes a point as a whole. */
const LONGEST_POINT = 42;

/** Answers too short for drafting are quoted in full: `目前是 2TB`. */
function shortAnswers(
  meeting: Meeting,
  answers: readonly FoundAnswer[],
  written: ReadonlySet<string>,
): readonly AnswerDraft[] {
  return answers.flatMap(({ speaker, range, kind }) => {
    const said = speechIn(meeting, [range], speaker);
    const isShort = said.length > 0 && said.reduce((sum, { text }) => sum + sizeOf(text), 0) <= LONGEST_POINT;
    if (kind !== 'answer' || written.has(speaker) || !isShort) return [];
    const points = said.map(({ text, line }) => ({
      text: text.replace(/[。.]$/, ''),
      lines: { first: line, last: line },
    }));
    return [{ speaker, bodies: [{ kind: 'points' as const, points }], notes: [] }];
  });
}

/** If nothing was drafted, only headings for those who answer, to be completed by a person. */
function headings(answers: readonly FoundAnswer[]): string {
  const names = answers.filter(({ kind }) => kind === 'answer').map(({ speaker }) => markdownText(speaker));
  return [...new Set(names)].map((name) => `### ${name}\n`).join('\n');
}

export function named(answer: AnswerDraft): AnswerDraft {
  return { ...answer, speaker: markdownText(answer.speaker) };
}

/** Five hours of speech; only the beginning of a longer one is drafted. */
const MOST_CHARACTERS = 150_000;

/** Speech in some lines. @param speaker null for everybody */
export function speechIn(meeting: Meeting, ranges: readonly LineRange[], speaker: string | null = null) {
  return namedSpeechIn(meeting, ranges, speaker).map(({ line, text }) => ({ line, text, kind: 'speech' }));
}

/** The same, with speakers. */
export function namedSpeechIn(
  { transcript }: Meeting,
  ranges: readonly LineRange[],
  speaker: string | null = null,
) {
  let room = MOST_CHARACTERS;
  return utterancesIn(transcript, ranges)
    .filter((one) => one.kind === 'speech' && (speaker === null || one.speaker === speaker))
    .filter(({ text }) => {
      room -= text.length;
      return room >= 0;
    })
    .map(({ line, text, speaker: name }) => ({ line, text: plainText(text), speaker: name }));
}
