import { exchangeBody, talkBody } from '../drafting/body.ts';
import { draftExchange, draftTalk } from '../drafting/draft.ts';
import type { Drafter } from '../importing/drafts.ts';
import { type LineRange, type Meeting, type Utterance, utterancesIn } from '../importing/meeting.ts';
import { markdownText, plainText } from '../importing/write/plain-text.ts';

/** Drafts summaries in words of the transcript. */
export const EXTRACTIVE: Drafter = {
  talk(meeting, { parts }) {
    const { title, takeaway, sections } = draftTalk(speechIn(meeting, parts), meeting.lang);
    return { title, takeaway, body: talkBody(sections, meeting.lang) };
  },
  exchange(meeting, { question, answers }, known) {
    const answering = answers.filter(({ speaker, kind }) => known.has(speaker) && kind !== 'followUp');
    const drafted = draftExchange(
      {
        question: speechIn(meeting, [question]),
        answers: answering.map(({ speaker, range }) => ({ speaker, said: speechIn(meeting, [range], speaker) })),
      },
      meeting.lang,
    );
    const written = new Set(drafted.answers.map(({ speaker }) => speaker));
    // Of those whose answer gave no point, a heading waits for a person, where no other answer is there.
    const missing = answering.filter(({ speaker, kind }) => kind === 'answer' && !written.has(speaker));
    const headings = written.size > 0 ? [] : [...new Set(missing.map(({ speaker }) => `### ${markdownText(speaker)}\n`))];
    const named = drafted.answers.map((answer) => ({ ...answer, speaker: markdownText(answer.speaker) }));
    return { question: drafted.question, body: exchangeBody(named, meeting.lang) + headings.join('\n') };
  },
};

/** What is said in some lines, by whom it is said. @param speaker null for everybody */
function speechIn({ transcript }: Meeting, ranges: readonly LineRange[], speaker: string | null = null) {
  return utterancesIn(transcript, ranges)
    .filter((one) => one.kind === 'speech' && (speaker === null || one.speaker === speaker))
    .map(({ line, text }: Utterance) => ({ line, text: plainText(text), kind: 'speech' as const }));
}
