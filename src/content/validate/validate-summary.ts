import type { InferOutput } from 'valibot';
import type { Spot } from '../../base/text.ts';
import { FILE_START, type Finding, finding, type Result } from '../../findings/finding.ts';
import { cutCitations } from '../parse/citation.ts';
import type { FieldPath } from '../parse/front-matter.ts';
import type { ParsedFile } from '../parse/parse.ts';
import { assetPath } from '../summary/asset.ts';
import { blockStatements } from '../summary/block-statements.ts';
import { plainText } from '../summary/markup.ts';
import {
  type Answer,
  type CitedText,
  type Event,
  type Exchange,
  FONT_ROLES,
  type NamedColor,
  type Talk,
} from '../summary/meetup.ts';
import type { Slot } from '../summary/schedule.ts';
import { outline, type RawSection, talkOutline } from '../summary/section.ts';
import { findSpot, scalarLines } from '../summary/source-file.ts';
import { eventSchema, exchangeSchema, isDeviceName, talkSchema } from './schema.ts';
import { validateFields } from './validate-fields.ts';
import { namedPerson, profiles, talkSpeakers } from './validate-people.ts';
import {
  emptyHeading,
  emptySection,
  misplacedBlocks,
  misplacedMarkers,
  validateSections,
  validateTalkSections,
} from './validate-sections.ts';

/**
 * Each of these gives what is left of a file with mistakes, beside its findings, so that the rules for the whole
 * meetup see it too.
 */
export function validateEvent(file: ParsedFile): Result<Event> {
  const head = validateFields(file.source.path, eventSchema, file.frontMatter);
  const body = validateEvening(file);
  const fields = head.value;
  const {
    title,
    lang,
    subtitle,
    date,
    host,
    organizer,
    closing,
    glossary,
    adviceOff,
    allow,
    source: path,
  } = fields;
  // A path copied on Windows names the same file elsewhere.
  const transcript =
    path === null
      ? null
      : { path: path.replaceAll('\\', '/'), at: file.frontMatter.locate(['source'], 'value') };
  const people = profiles(file, 'people', fields.people);
  const { frontMatter } = file;
  const breaks = fields.breaks.map(({ title: name, time, duration, day }, index) => ({
    title: name,
    at: frontMatter.locate(['breaks', index, 'title'], 'value'),
    slot: {
      start: time,
      duration,
      day,
      track: null,
      at: frontMatter.locate(['breaks', index, 'time'], 'value'),
    },
  }));
  const qaSlot =
    fields.qaTime === null
      ? null
      : {
          start: fields.qaTime,
          duration: null,
          day: date?.last ?? null,
          track: null,
          at: frontMatter.locate(['qaTime'], 'value'),
        };
  const facts = {
    title,
    lang,
    langAt: frontMatter.locate(['lang'], 'value'),
    breaks,
    qaSlot,
    people: people.value,
    subtitle,
    date,
    host,
    organizer,
    closing,
    transcript,
    glossary,
    adviceOff,
    allow,
  };
  return {
    value: { ...facts, ...eventLook(file, fields), ...body.value, ...common(file, 2) },
    findings: [...head.findings, ...people.findings, ...body.findings],
  };
}

export function validateTalk(file: ParsedFile): Result<Talk> {
  const { source, frontMatter } = file;
  const head = validateFields(source.path, talkSchema, frontMatter);
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
    slot: slot.value,
    takeaway: citedText(file, fields.takeaway, ['takeaway']),
    facts: fields.facts.map((fact, index) => citedText(file, fact, ['facts', index])),
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
  const head = validateFields(source.path, exchangeSchema, frontMatter);
  const body = validateAnswers(file);
  const fields = head.value;
  const isList = Array.isArray((frontMatter.data as { askedTo?: unknown }).askedTo);
  const exchange: Exchange = {
    ...common(file, 3),
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

/** When a talk is. What else is said of that needs its time. */
function talkSlot(
  { source, frontMatter }: ParsedFile,
  fields: InferOutput<typeof talkSchema>,
): Result<Slot | null> {
  const { time, duration, day, track } = fields;
  if (time !== null) {
    const at = frontMatter.locate(['time'], 'value');
    return { value: { start: time, duration, day, track, at }, findings: [] };
  }
  const given = { duration, day, track };
  const needs = (Object.keys(given) as (keyof typeof given)[]).find((key) => given[key] !== null);
  const isGiven = ((frontMatter.data as { readonly time?: unknown }).time ?? null) !== null;
  if (needs === undefined || isGiven) return { value: null, findings: [] };
  const at = frontMatter.locate([needs], 'key');
  return {
    value: null,
    findings: [finding(source.path, at, 'missing-field', { field: 'time', example: '19:10' })],
  };
}

/** The sections of event.md, and where those begin that close the evening. */
function validateEvening(file: ParsedFile): Result<Pick<Event, 'sections' | 'ending'>> {
  const at = file.blocks.findIndex(
    (block) => block.type === 'heading' && block.level === 1 && isEnding(plainText(block.prose.inlines)),
  );
  const heading = file.blocks[at];
  const opening = validateSections(heading ? { ...file, blocks: file.blocks.slice(0, at) } : file);
  if (heading?.type !== 'heading') return { ...opening, value: { sections: opening.value, ending: null } };
  const below = { ...file, blocks: file.blocks.slice(at + 1) };
  const closing = validateSections(below);
  const ending = {
    title: heading.prose,
    notes: outline(below.blocks, 2).notes,
    first: opening.value.length,
    line: heading.lines.first,
  };
  const marked = misplacedMarkers(file, [heading]);
  return {
    value: { sections: [...opening.value, ...closing.value], ending },
    findings: [...opening.findings, ...marked, ...closing.findings],
  };
}

/** Headings that close the evening, in the languages that decks have words of. */
const ENDINGS: ReadonlySet<string> = new Set(
  [
    'closing, the end, end, wrap-up, goodbye, 结束, 结束语, 闭幕, 尾声, 收尾, 結束, 結束語, 閉幕, 尾聲',
    'クロージング, おわりに, 終わりに, 閉会, 마무리, 맺음말, 폐회, schluss, abschluss, ende, verabschiedung',
    'clôture, conclusion, fin, cierre, final, despedida, encerramento, fim',
  ].flatMap((words) => words.split(', ')),
);

function isEnding(title: string): boolean {
  return ENDINGS.has(title.normalize('NFC').trim().toLowerCase());
}

/** File names have at most 255 bytes; beside a file, one with a longer name is written first. */
const MOST_BYTES = 200;

/** @param level of the headings that begin its slides */
function common(file: ParsedFile, level: number): Pick<Talk, 'source' | 'lines' | 'notes'> {
  const { source, lines, blocks } = file;
  return { source, lines, notes: outline(blocks, level).notes };
}

function validateAnswers(file: ParsedFile): Result<readonly Answer[]> {
  const parts = outline(file.blocks, 3);
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
  const statements = [...blockStatements(blocks, title.citations), ...blockStatements(notes, [])];
  return { respondent, statements, blocks, notes, lines };
}

function citedText(file: ParsedFile, raw: string, path: FieldPath): CitedText {
  const at: Spot = file.frontMatter.locate(path, 'value');
  const { text, citations } = cutCitations(raw, file.lines, scalarLines(file.lines, at.line));
  return { text: text.trim(), citations, at };
}

/** A talk may be its takeaway alone; a question is asked for the sake of what was answered. */
function emptyBody({ source, lines, blocks }: ParsedFile): readonly Finding[] {
  if (blocks.length > 0) return [];
  return [finding(source.path, { ...FILE_START, line: lines.length }, 'empty-body', { expected: '### ' })];
}

/** The file name without order prefix: `02-huang-dongxu.md` gives `huang-dongxu`. Empty where it names no deck. */
function slugOf(path: string): Result<string> {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  const slug = base.replace(/^\d+[-_. ]+/, '').normalize('NFC');
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*$/u.test(slug) && !slug.endsWith('.');
  // The Q&A deck's own name.
  const isTaken = isDeviceName(slug) || /^qa$/i.test(slug);
  if (isPlain && !isTaken && Buffer.byteLength(slug) <= MOST_BYTES) return { value: slug, findings: [] };
  return { value: '', findings: [finding(path, FILE_START, 'invalid-file-name', { slug })] };
}

/** How event.md wants the decks to look, and where it says so. */
function eventLook(
  { source, frontMatter }: ParsedFile,
  fields: InferOutput<typeof eventSchema>,
): Pick<Event, 'look' | 'reveal' | 'logo' | 'fonts' | 'colors'> {
  const at = (path: FieldPath) => frontMatter.locate(path, 'value');
  const below = (src: string) => assetPath(source.path, { src, alt: '' });

  const logo =
    fields.logo === null
      ? null
      : { ref: { src: fields.logo, alt: fields.organizer ?? fields.title }, at: at(['logo']) };
  const fonts = FONT_ROLES.flatMap((role) => {
    const src = fields[role];
    return src === null ? [] : [{ role, src, path: below(src), at: at([role]) }];
  });
  const colors: readonly NamedColor[] = [
    ...(['paper', 'ink'] as const).flatMap((field) => {
      const color = fields[field];
      return color === null ? [] : [{ field, color, at: at([field]) }];
    }),
    ...fields.accents.map((color, index) => ({
      field: `accents.${index}`,
      color,
      at: at(['accents', index]),
    })),
  ];
  return {
    look: {
      theme: fields.theme ?? 'quiet',
      ratio: fields.ratio ?? '16:9',
      logo: logo && below(logo.ref.src),
      paper: fields.paper,
      ink: fields.ink,
      accents: fields.accents,
      fonts: Object.fromEntries(fonts.map(({ role, path }) => [role, path])),
    },
    reveal: fields.reveal ?? true,
    logo,
    fonts,
    colors,
  };
}
