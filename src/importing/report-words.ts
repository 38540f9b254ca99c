import { counted } from '../base/text.ts';
import type { DamageKind } from './meeting.ts';

/**
 * Wording of the report, and of comments in summaries, besides names, positions and the reasons for guesses. Texts are
 * Markdown.
 */
export interface ImportReportWords {
  title(from: string): string;
  read(facts: {
    readonly lines: number;
    readonly format: string;
    readonly encoding: string;
    readonly shape: string;
    readonly talks: readonly unknown[];
    readonly exchanges: number;
  }): string;
  readonly names: string;
  /** @param value null if unknown */
  doubt(of: string, value: string | null, how: string, at: string | null): string;
  readonly ofNobody: string;
  readonly damages: string;
  damage(at: string, found: string, kind: DamageKind): string;
  readonly unanswered: string;
  readonly kept: string;
  keptFile(path: string, beside: string): string;
  /** Heading of a model's statements that are not shown. @param kept number of those that are */
  refused(kept: number): string;
  refusedStatement(
    text: string,
    at: string,
    reason: string,
    verdict: 'weak' | 'dropped',
    task: string,
  ): string;
  readonly notAnswered: string;
  readonly cited: string;
  citedShare(path: string, percent: number, at: string, speaker: string | null): string;
  readonly speakers: string;
  share(name: string, percent: number): string;
  /** Comment above a field of a summary. @param at null if no line says it */
  guessed(how: string, at: string | null): string;
  unverified(text: string, at: string, reason: string): string;
  /** Translates the subject of a doubt, how a value was found, or why a statement is not shown, from English. */
  phrase(english: string): string;
}

const DAMAGE_WORDS: Readonly<Record<DamageKind, string>> = {
  markup: 'is left of a tag, perhaps in the place of a question mark',
  'list-start': 'is the number that a list begins with; what stood in front of it is missing',
  'cut-off': 'is where a sentence stops',
  characters: 'could not be read in this encoding',
  repeated: 'comes again and again; it is taken for a caption',
  rolled: 'of captions were left out: they were shown before, and moved up',
  invented: 'was left out: recognition makes such words of silence',
};

export const ENGLISH_IMPORT_REPORT: ImportReportWords = {
  title: (from) => `Import of ${from}`,
  read: ({ lines, format, encoding, shape, talks, exchanges }) =>
    `${counted(lines, 'line')}, read as ${format} in ${encoding}, taken for ${article(shape)}: ${counted(talks.length, 'talk')}, ${counted(exchanges, 'question')}. Lines are those of content/transcript.txt.`,
  names: 'Names to look at',
  doubt: (of, value, how, at) => `${of}: ${value ?? 'not known'}, because ${how}${at ? ` (${at})` : ''}`,
  ofNobody: 'Speech of nobody',
  damages: 'Damage, left as it is',
  damage: (at, found, kind) => `${at}: ${found} ${DAMAGE_WORDS[kind]}`,
  unanswered: 'Questions without an answer',
  kept: 'Files that you have edited',
  keptFile: (path, beside) => `${path} is as you left it; what is new stands in ${beside}`,
  refused: (kept) => `Statements of the model that are not shown (${kept} are)`,
  refusedStatement: (text, at, reason, verdict, task) =>
    `${task}: "${text}" (${at}), because ${reason}${verdict === 'weak' ? '; kept as a comment' : ''}`,
  notAnswered: 'What the model did not answer, drafted in words of the transcript',
  cited: 'How much of each talk is cited',
  citedShare: (path, percent, at, speaker) =>
    `${path}: ${percent} % of ${at}${speaker === null ? '' : `, ${speaker}`}`,
  speakers: 'Who speaks how much',
  share: (name, percent) => `${name}: ${percent} %`,
  guessed: (how, at) => `guessed: ${how}${at === null ? '' : ` (${at})`}`,
  unverified: (text, at, reason) => `unverified: ${text} (${at}): ${reason}`,
  phrase: (english) => english,
};

function article(shape: string): string {
  return shape === 'talks' ? 'a series of talks' : `${/^[aeiou]/.test(shape) ? 'an' : 'a'} ${shape}`;
}
