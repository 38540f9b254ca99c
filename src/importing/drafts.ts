import type { FoundExchange, FoundTalk, LineRange, Meeting } from './meeting.ts';
import { markdownText } from './write/plain-text.ts';

/** What makes summaries of what was found. Importing writes what it gives, and needs none of it. */
export interface Drafter {
  talk(meeting: Meeting, talk: FoundTalk): DraftedTalk;
  /** @param known who may answer: speakers, and the host */
  exchange(meeting: Meeting, exchange: FoundExchange, known: ReadonlySet<string>): DraftedExchange;
}

/** Plain text on one line, and the lines that it rests on. */
export interface DraftedText {
  readonly text: string;
  readonly lines: LineRange;
}

export interface DraftedTalk {
  /** For where the transcript has none. */
  readonly title: DraftedText | null;
  readonly takeaway: DraftedText | null;
  /** Markdown: what stands below the front matter. */
  readonly body: string;
}

export interface DraftedExchange {
  readonly question: DraftedText | null;
  /** Markdown, with a heading for each who answers. */
  readonly body: string;
}

/** Leaves all to be written by a person: headings stand there for those who answer. */
export const NO_DRAFTS: Drafter = {
  talk: () => ({ title: null, takeaway: null, body: '' }),
  exchange: (_, { answers }, known) => {
    const names = answers.filter(({ kind, speaker }) => kind === 'answer' && known.has(speaker));
    return {
      question: null,
      body: [...new Set(names.map(({ speaker }) => `### ${markdownText(speaker)}\n`))].join('\n'),
    };
  },
};
