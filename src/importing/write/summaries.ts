import { formatCitation } from '../../content/parse/citation.ts';
import type { DraftedExchange, DraftedTalk, DraftedText, RefusedStatement } from '../drafts.ts';
import {
  type Found,
  type FoundExchange,
  type FoundTalk,
  type Meeting,
  type Person,
  SURE,
  utterancesIn,
} from '../meeting.ts';
import type { ImportReportWords } from '../report-words.ts';
import { citation, fieldText, markdownText, plainText, yamlText } from './plain-text.ts';

/** Comments are in the language of the meetup. */
export type CommentWords = Pick<ImportReportWords, 'guessed' | 'unverified' | 'phrase'>;

/** The transcript, relative to content/. */
export const TRANSCRIPT_FILE = 'transcript.txt';

/**
 * Text of event.md. Required but unknown fields stay empty, so that check reports them.
 * @param others people who ask or answer besides the speakers and the host
 */
export function eventSummary(meeting: Meeting, others: readonly Person[], words: CommentWords): string {
  const { title, lang, date, host } = meeting;
  const fields = [
    ...field(words, 'title', title, true),
    `lang: ${yamlText(lang)}`,
    ...field(words, 'date', date, false),
    ...field(words, 'host', host, false),
    ...(others.length === 0 ? [] : ['people:', ...others.flatMap((person) => personItem(person, words))]),
    `source: ${TRANSCRIPT_FILE}`,
  ];
  return summary(fields, hostSection(meeting));
}

/** An item of `people`: just a name, or with further facts. */
function personItem({ name, role, org, isNameless }: Person, words: CommentWords): readonly string[] {
  const written = yamlText(fieldText(name));
  const facts = [...field(words, 'role', role, false), ...field(words, 'org', org, false)];
  const item =
    facts.length === 0 ? [`- ${written}`] : [`- name: ${written}`, ...facts.map((fact) => `  ${fact}`)];
  return [
    ...(isNameless ? [`# ${words.guessed(words.phrase('only a label stands there'), null)}`] : []),
    ...item,
  ].map((line) => `  ${line}`);
}

/** The text about the host above the speech becomes a slide. */
function hostSection(meeting: Meeting): string {
  const host = meeting.people.find(({ name }) => name === meeting.host?.value);
  if (!host?.bio) return '';
  const told = utterancesIn(meeting.transcript, [host.bio]).filter(({ kind }) => kind === 'bio');
  const points = told.map(
    ({ text, line }) => `- ${markdownText(text)} ${citation({ first: line, last: line })}`,
  );
  return points.length === 0 ? '' : [`## ${markdownText(host.name)}`, '', ...points].join('\n');
}

/** Text of a talk's file. */
export function talkSummary(
  meeting: Meeting,
  talk: FoundTalk,
  draft: DraftedTalk,
  words: CommentWords,
): string {
  const person = meeting.people.find(({ name }) => name === talk.speaker?.value);
  const fields = [
    ...field(words, 'speaker', talk.speaker, true),
    ...field(words, 'role', person?.role ?? null, false),
    ...field(words, 'org', person?.org ?? null, false),
    ...field(words, 'title', talk.title ?? guessed(draft.title, 'words of the talk'), true),
    ...citedField('takeaway', draft.takeaway),
    ...comments(words, draft.unverified),
  ];
  return summary(fields, draft.body);
}

/**
 * Text of a question's file.
 * @param known people who may be asked: the speakers, the host, and others who ask or answer
 */
export function questionSummary(
  meeting: Meeting,
  exchange: FoundExchange,
  draft: DraftedExchange,
  known: ReadonlySet<string>,
  words: CommentWords,
): string {
  const askedTo = exchange.askedTo.map(({ value }) => value).filter((name) => known.has(name));
  const fields = [
    ...citedField('question', draft.question),
    ...field(words, 'askedBy', exchange.askedBy, true),
    ...(askedTo.length === 0 ? [] : [`askedTo: ${names(askedTo)}`]),
    `topic: ${yamlText(/^zh\b/i.test(meeting.lang) ? '问答' : 'Q&A')}`,
    ...comments(words, draft.unverified),
  ];
  return summary(fields, draft.body);
}

/** @param body Markdown */
function summary(fields: readonly string[], body: string): string {
  return `${['---', ...fields, '---'].join('\n')}\n${body.trim() === '' ? '' : `\n${body.trimEnd()}\n`}`;
}

/** A field, below a comment on how it was guessed; empty if required but unknown. */
function field(
  words: CommentWords,
  name: string,
  found: Found<string> | null,
  isNeeded: boolean,
): readonly string[] {
  const value = found === null ? '' : fieldText(found.value);
  if (found === null || value === '') return isNeeded ? [`${name}:`] : [];
  return [...guess(words, found), `${name}: ${yamlText(value)}`];
}

function guess({ guessed, phrase }: CommentWords, { how, sure, at }: Found<unknown>): readonly string[] {
  if (sure >= SURE) return [];
  return [`# ${guessed(plainText(phrase(how)), at === null ? null : formatCitation(at))}`];
}

/** Comments with a model's statements that a person has to check before they are shown. */
function comments(words: CommentWords, refused: readonly RefusedStatement[] = []): readonly string[] {
  return refused.map(({ text, lines, reason }) => {
    const why = plainText(words.phrase(reason));
    return `# ${words.unverified(plainText(text), formatCitation(lines), why)}`;
  });
}

function guessed(text: DraftedText | null, how: string): Found<string> | null {
  return text && { value: text.text, how, sure: 0.4, at: text.lines };
}

function citedField(name: string, text: DraftedText | null): readonly string[] {
  return [
    `${name}: ${text === null ? '' : yamlText(`${fieldText(text.text)} ${citation(text.lines)}`)}`.trimEnd(),
  ];
}

function names(list: readonly string[]): string {
  const [only = '', ...others] = list.map((name) => yamlText(fieldText(name)));
  return others.length === 0 ? only : `\n${[only, ...others].map((name) => `  - ${name}`).join('\n')}`;
}
