import type { FoundExchange, FoundTalk, LineRange, Meeting } from './meeting.ts';
import { markdownText } from './write/plain-text.ts';

/** Makes summaries from what was found. Importing writes the result and does not depend on it. */
export interface Drafter {
  talk(meeting: Meeting, talk: FoundTalk): DraftedTalk;
  /** @param known people who may answer: the speakers and the host */
  exchange(meeting: Meeting, exchange: FoundExchange, known: ReadonlySet<string>): DraftedExchange;
  /** What became of a model's statements, once everything is drafted. */
  outcome?(): ModelOutcome;
}

export interface ModelOutcome {
  /** Number of its statements that are shown. */
  readonly kept: number;
  readonly refused: readonly RefusedStatement[];
  /** Tasks without a reply, which are drafted in words of the transcript. */
  readonly unanswered: readonly { readonly task: string; readonly reason: string }[];
}

/** A model's statement that is not shown. */
export interface RefusedStatement {
  /** `talk L27 Ada` */
  readonly task: string;
  /** `weak` ones are kept as comments. */
  readonly verdict: 'weak' | 'dropped';
  readonly text: string;
  readonly lines: LineRange;
  /** In English. */
  readonly reason: string;
}

/** Plain text on one line, with the transcript lines it is based on. */
export interface DraftedText {
  readonly text: string;
  readonly lines: LineRange;
}

export interface DraftedTalk {
  /** For a talk without a title in the transcript. */
  readonly title: DraftedText | null;
  readonly takeaway: DraftedText | null;
  /** Markdown below the front matter. */
  readonly body: string;
  /** Kept as comments in the front matter. */
  readonly unverified?: readonly RefusedStatement[];
}

export interface DraftedExchange {
  readonly question: DraftedText | null;
  /** Markdown, with a heading for each person who answers. */
  readonly body: string;
  readonly unverified?: readonly RefusedStatement[];
}

/** Leaves all writing to a person; only has headings for those who answer. */
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
