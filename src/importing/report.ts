import { cutCitations } from '../content/parse/citation.ts';
import type { ModelOutcome } from './drafts.ts';
import {
  type Damage,
  type Found,
  type FoundTalk,
  type LineRange,
  type Meeting,
  SURE,
  utterancesIn,
} from './meeting.ts';
import type { ImportReportWords } from './report-words.ts';
import { markdownText } from './write/plain-text.ts';

/** What a person should check after an import, in order of risk. */
export interface ImportReport {
  /** The transcript, as the user named it. */
  readonly from: string;
  readonly format: string;
  readonly encoding: string;
  readonly lines: number;
  readonly lang: string;
  readonly shape: string;
  readonly host: string | null;
  /** Guessed and unknown values. */
  readonly names: readonly Doubt[];
  /** Speech that is in no talk or answer because its speaker is unknown. */
  readonly ofNobody: readonly LineRange[];
  readonly damages: readonly Damage[];
  readonly unanswered: readonly LineRange[];
  /** Summaries left alone because a person edited them; the new version is written beside each. */
  readonly kept: readonly KeptFile[];
  /** Null unless a model was asked. */
  readonly model: ModelOutcome | null;
  readonly talks: readonly TalkReport[];
  readonly exchanges: number;
  readonly speakers: readonly SpeakerShare[];
}

export interface Doubt {
  /** `speaker`, `host`, `title`, `shape`, `same person`, `name of a voice`. */
  readonly of: string;
  /** Null if unknown. */
  readonly value: string | null;
  readonly how: string;
  readonly at: LineRange | null;
}

export interface KeptFile {
  readonly path: string;
  /** Path of the new version. */
  readonly beside: string;
}

export interface TalkReport {
  readonly path: string;
  readonly speaker: string | null;
  readonly range: LineRange;
  /** Share of its lines that the draft cites. */
  readonly cited: number;
}

export interface SpeakerShare {
  readonly name: string;
  /** Share of all speech. */
  readonly share: number;
}

/** A talk with its file. */
export interface WrittenTalk {
  readonly talk: FoundTalk;
  readonly path: string;
  readonly text: string;
}

export function reportImport(
  meeting: Meeting,
  from: string,
  talks: readonly WrittenTalk[],
  kept: readonly KeptFile[],
  model: ModelOutcome | null,
): ImportReport {
  const { transcript, people } = meeting;
  const all = people.reduce((sum, { said }) => sum + said, 0) || 1;
  return {
    from,
    format: transcript.format,
    encoding: transcript.encoding,
    lines: transcript.lines.length,
    lang: meeting.lang,
    shape: meeting.shape.value,
    host: meeting.host?.value ?? null,
    names: doubts(meeting, talks),
    ofNobody: meeting.ofNobody,
    damages: meeting.damages,
    unanswered: meeting.unanswered,
    kept,
    model,
    talks: talks.map(({ talk, path, text }) => ({
      path,
      speaker: talk.speaker?.value ?? null,
      range: talk.range,
      cited: citedShare(meeting, talk, text),
    })),
    exchanges: meeting.exchanges.length,
    speakers: [...people]
      .sort((a, b) => b.said - a.said)
      .map(({ name, said }) => ({ name, share: said / all })),
  };
}

function doubts(meeting: Meeting, talks: readonly WrittenTalk[]): readonly Doubt[] {
  const { host, shape, title, people, exchanges } = meeting;
  const ifGuess = (of: string, found: Found<string> | null): readonly Doubt[] =>
    found === null || found.sure >= SURE ? [] : [{ of, value: found.value, how: found.how, at: found.at }];
  return [
    ...talks.flatMap(({ talk, path }) =>
      talk.speaker === null
        ? [{ of: `speaker of ${path}`, value: null, how: 'no name stands here', at: talk.range }]
        : ifGuess(`speaker of ${path}`, talk.speaker),
    ),
    ...people
      .filter(({ isNameless }) => isNameless)
      .map(({ name }) => ({
        of: 'name of a voice',
        value: null,
        how: `only ${name} stands there; --speaker "${name}=NAME"`,
        at: null,
      })),
    ...people.flatMap(({ name, resembles }) =>
      resembles === null
        ? []
        : [{ of: 'same person', value: name, how: `is written almost like ${resembles}`, at: null }],
    ),
    ...ifGuess('host', host),
    ...(host === null && exchanges.length > 0
      ? [{ of: 'host', value: null, how: 'nobody is told to be it; --host NAME', at: null }]
      : []),
    ...ifGuess('shape', shape),
    ...(title === null
      ? [{ of: 'title of the meetup', value: null, how: 'the text has none; --title TEXT', at: null }]
      : ifGuess('title of the meetup', title)),
    ...exchanges.flatMap(({ askedBy }) => ifGuess('who asks', askedBy)),
  ];
}

function citedShare({ transcript }: Meeting, { parts }: FoundTalk, summary: string): number {
  const cited = new Set<number>();
  for (const { first, last } of cutCitations(summary, [], { first: 1, last: 1 }).citations) {
    for (let line = first; line <= last; line += 1) cited.add(line);
  }
  const own = utterancesIn(transcript, parts).filter(({ kind }) => kind === 'speech');
  return own.length === 0 ? 0 : own.filter(({ line }) => cited.has(line)).length / own.length;
}

/** The report as Markdown. */
export function reportMarkdown(report: ImportReport, say: ImportReportWords): string {
  const { names, ofNobody, damages, unanswered, kept, model, talks, speakers } = report;
  const part = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${item}`)];
  return [
    `# ${say.title(markdownText(report.from))}`,
    '',
    say.read(report),
    ...part(
      say.names,
      names.map(({ of, value, how, at }) =>
        say.doubt(
          say.phrase(of),
          value === null ? null : markdownText(value),
          markdownText(say.phrase(how)),
          at && place(at),
        ),
      ),
    ),
    ...part(say.ofNobody, ofNobody.map(place)),
    ...part(
      say.damages,
      damages.map(({ kind, line, found }) => say.damage(`L${line}`, code(found), kind)),
    ),
    ...part(say.unanswered, unanswered.map(place)),
    ...part(
      say.kept,
      kept.map(({ path, beside }) => say.keptFile(code(path), code(beside))),
    ),
    ...part(
      say.refused(model?.kept ?? 0),
      (model?.refused ?? []).map(({ verdict, text, lines, reason, task }) =>
        say.refusedStatement(
          markdownText(text),
          place(lines),
          markdownText(say.phrase(reason)),
          verdict,
          markdownText(task),
        ),
      ),
    ),
    ...part(
      say.notAnswered,
      (model?.unanswered ?? []).map(
        ({ task, reason }) => `${markdownText(task)}: ${markdownText(say.phrase(reason))}`,
      ),
    ),
    ...part(
      say.cited,
      talks.map(({ path, speaker, range, cited }) =>
        say.citedShare(
          code(path),
          Math.round(cited * 100),
          place(range),
          speaker === null ? null : markdownText(speaker),
        ),
      ),
    ),
    ...part(
      say.speakers,
      speakers.slice(0, 30).map(({ name, share }) => say.share(markdownText(name), Math.round(share * 100))),
    ),
    '',
  ].join('\n');
}

function place({ first, last }: LineRange): string {
  return first === last ? `L${first}` : `L${first}-${last}`;
}

function code(text: string): string {
  return `\`${text.replaceAll(/[`\s]+/g, ' ').slice(0, 80)}\``;
}
