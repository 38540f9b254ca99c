import type { InferOutput } from 'valibot';
import type { Spot } from '../../base/text.ts';
import { FILE_START, type Finding, finding, type Result } from '../../findings/finding.ts';
import { cutCitations } from '../parse/citation.ts';
import type { FieldPath } from '../parse/front-matter.ts';
import type { ParsedFile } from '../parse/parse.ts';
import { blockStatements, withFootnotes } from '../summary/block-statements.ts';
import { plainText } from '../summary/markup.ts';
import type { Answer, CitedText, Exchange, Talk } from '../summary/meetup.ts';
import type { Slot } from '../summary/schedule.ts';
import { type Outline, outline, type RawSection, talkOutline, withoutTitle } from '../summary/section.ts';
import { findSpot, scalarLines } from '../summary/source-file.ts';
import { coverPicture, placedLogo } from './cover-picture.ts';
import { exchangeSchema, isDeviceName, talkSchema } from './schema.ts';
import { validateFields } from './validate-fields.ts';
import { namedLinks, namedPerson, talkSpeakers } from './validate-people.ts';
import {
  emptyHeading,
  emptySection,
  misplacedBlocks,
  misplacedMarkers,
  validateTalkSections,
} from './validate-sections.ts';

/**
 * For a file with mistakes, the validators return what remains along with findings, so that rules for the whole meetup
 * see it too.
 */
export function validateTalk(file: ParsedFile): Result<Talk> {
  const { source, frontMatter } = file;
  const head = validateFields(source.path, talkSchema, frontMatter, file.lang);
  const slug = slugOf(source.path);
  const fields = head.value;
  const speakers = talkSpeakers(file, fields);
  const slot = talkSlot(file, fields);
  const parts = talkOutline(file.blocks, fields.title);
  const body = validateTalkSections(file, parts, fields.title);
  const talk: Talk = {
    source,
    lines: file.lines,
    notes: parts.notes,
    slug: slug.value,
    speakers: speakers.value,
    title: fields.title,
    lang: fields.lang === null ? null : { tag: fields.lang, at: frontMatter.locate(['lang'], 'value') },
    labels: fields.labels,
    links: namedLinks(file, fields.links, ['links']),
    slot: slot.value,
    minutes: fields.duration,
    takeaway: citedText(file, fields.takeaway, ['takeaway']),
    facts: fields.facts.map((fact, index) => citedText(file, fact, ['facts', index])),
    logo: placedLogo(file, fields.logo, ['logo'], fields.org ?? fields.speaker ?? fields.title),
    cover: coverPicture(file, fields.cover),
    reveal: fields.reveal,
    sections: body.value,
  };
  return {
    value: talk,
    findings: [...head.findings, ...speakers.findings, ...slot.findings, ...body.findings, ...slug.findings],
  };
}

export function validateExchange(file: ParsedFile): Result<Exchange> {
  const { source, frontMatter } = file;
  const head = validateFields(source.path, exchangeSchema, frontMatter, file.lang);
  const fields = head.value;
  const { text: asked } = citedText(file, fields.question, ['question']);
  const parts = outline(withoutTitle(file.blocks, asked, 3), 3);
  const body = validateAnswers(file, parts);
  const isList = Array.isArray((frontMatter.data as { askedTo?: unknown }).askedTo);
  const exchange: Exchange = {
    source,
    lines: file.lines,
    notes: parts.notes,
    question: citedText(file, fields.question, ['question']),
    askedBy: namedPerson(fields.askedBy, frontMatter.locate(['askedBy'], 'value')),
    askedTo: fields.askedTo.map((name, index) =>
      namedPerson(name, frontMatter.locate(isList ? ['askedTo', index] : ['askedTo'], 'value')),
    ),
    topic: fields.topic,
    answers: body.value,
  };
  return {
    value: exchange,
    findings: [
      ...head.findings,
      ...body.findings,
      ...misplacedMarkers(file, file.blocks),
      ...emptyBody(file),
    ],
  };
}

/** Time slot of a talk. Day and track mean nothing without a time; a duration alone is the talk's length. */
function talkSlot(
  { source, frontMatter }: ParsedFile,
  fields: InferOutput<typeof talkSchema>,
): Result<Slot | null> {
  const { time, duration, day, track } = fields;
  if (time !== null) {
    const at = frontMatter.locate(['time'], 'value');
    return { value: { start: time, duration, day, track, at }, findings: [] };
  }
  const given = { day, track };
  const needs = (Object.keys(given) as (keyof typeof given)[]).find((key) => given[key] !== null);
  const isGiven = ((frontMatter.data as { readonly time?: unknown }).time ?? null) !== null;
  if (needs === undefined || isGiven) return { value: null, findings: [] };
  const at = frontMatter.locate([needs], 'key');
  return {
    value: null,
    findings: [finding(source.path, at, 'missing-field', { field: 'time', example: '19:10' })],
  };
}

/** File names have at most 255 bytes, and temporary files have longer names. */
const MOST_BYTES = 200;

function validateAnswers(file: ParsedFile, parts: Outline): Result<readonly Answer[]> {
  const findings = parts.sections.flatMap((section) => [
    ...emptyHeading(file, section),
    ...emptySection(file, section),
  ]);
  return {
    value: parts.sections.map((section) => toAnswer(file, section)),
    findings: [...misplacedBlocks(file, parts, 3), ...findings],
  };
}

function toAnswer(file: ParsedFile, { title, blocks, notes, lines }: RawSection): Answer {
  const typed = plainText(title.inlines);
  const respondent = namedPerson(typed, findSpot(file.lines, title.lines, typed));
  const statements = withFootnotes([
    ...blockStatements(blocks, title.citations),
    ...blockStatements(notes, []),
  ]);
  const hasFootnotes = file.footnotes.length > 0;
  return { respondent, citations: title.citations, statements, blocks, notes, hasFootnotes, lines };
}

function citedText(file: ParsedFile, raw: string, path: FieldPath): CitedText {
  const at: Spot = file.frontMatter.locate(path, 'value');
  const { text, citations } = cutCitations(raw, file.lines, scalarLines(file.lines, at.line));
  return { text: text.trim(), citations, at };
}

/** A talk may consist of its takeaway, but a question needs answers. */
function emptyBody({ source, lines, blocks }: ParsedFile): readonly Finding[] {
  if (blocks.length > 0) return [];
  return [finding(source.path, { ...FILE_START, line: lines.length }, 'empty-body', { expected: '### ' })];
}

/**
 * File name without order prefix: `02-huang-dongxu.md` gives `huang-dongxu`. Empty if it cannot be the name of a deck.
 */
function slugOf(path: string): Result<string> {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  const slug = base.replace(/^\d+[-_. ]+/, '').normalize('NFC');
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*$/u.test(slug) && !slug.endsWith('.');
  // Name of the Q&A deck.
  const isTaken = isDeviceName(slug) || /^qa$/i.test(slug);
  if (isPlain && !isTaken && Buffer.byteLength(slug) <= MOST_BYTES) return { value: slug, findings: [] };
  return { value: '', findings: [finding(path, FILE_START, 'invalid-file-name', { slug })] };
}
