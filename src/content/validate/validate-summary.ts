import type { InferOutput } from 'valibot';
import { composed, type Spot } from '../../base/text.ts';
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
  type NamedPerson,
  type Talk,
} from '../summary/meetup.ts';
import { outline, type RawSection } from '../summary/section.ts';
import { findSpot, scalarLines } from '../summary/source-file.ts';
import { eventSchema, exchangeSchema, isDeviceName, talkSchema } from './schema.ts';
import { validateFields } from './validate-fields.ts';
import {
  emptyHeading,
  emptySection,
  misplacedBlocks,
  misplacedMarkers,
  validateSections,
} from './validate-sections.ts';

/**
 * Each of these gives what is left of a file with mistakes, beside its findings, so that the rules for the whole
 * meetup see it too.
 */
export function validateEvent(file: ParsedFile): Result<Event> {
  const head = validateFields(file.source.path, eventSchema, file.frontMatter);
  const body = validateSections(file);
  const fields = head.value;
  const { title, lang, subtitle, date, host, organizer, closing, glossary, adviceOff, source: path } = fields;
  // A path copied on Windows names the same file elsewhere.
  const transcript =
    path === null
      ? null
      : { path: path.replaceAll('\\', '/'), at: file.frontMatter.locate(['source'], 'value') };
  const facts = { title, lang, subtitle, date, host, organizer, closing, transcript, glossary, adviceOff };
  return {
    value: { ...facts, ...eventLook(file, fields), sections: body.value, ...common(file, 2) },
    findings: [...head.findings, ...body.findings],
  };
}

export function validateTalk(file: ParsedFile): Result<Talk> {
  const { source, frontMatter } = file;
  const head = validateFields(source.path, talkSchema, frontMatter);
  const body = validateSections(file);
  const slug = slugOf(source.path);
  const fields = head.value;
  const talk: Talk = {
    ...common(file, 2),
    slug: slug.value,
    speaker: fields.speaker,
    speakerAt: frontMatter.locate(['speaker'], 'value'),
    role: fields.role,
    org: fields.org,
    title: fields.title,
    takeaway: citedText(file, fields.takeaway, ['takeaway']),
    facts: fields.facts.map((fact, index) => citedText(file, fact, ['facts', index])),
    portrait:
      fields.portrait === null
        ? null
        : {
            ref: { src: fields.portrait, alt: fields.speaker },
            at: frontMatter.locate(['portrait'], 'value'),
          },
    accent:
      fields.accent === null
        ? null
        : { field: 'accent', color: fields.accent, at: frontMatter.locate(['accent'], 'value') },
    reveal: fields.reveal,
    sections: body.value,
  };
  return {
    value: talk,
    findings: [...head.findings, ...body.findings, ...emptyBody(file, '## '), ...slug.findings],
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
    askedBy: fields.askedBy,
    askedTo: fields.askedTo.map((name, index) => ({
      name,
      at: frontMatter.locate(isList ? ['askedTo', index] : ['askedTo'], 'value'),
    })),
    topic: fields.topic,
    answers: body.value,
  };
  return {
    value: exchange,
    findings: [...head.findings, ...body.findings, ...misplacedMarkers(file, 0), ...emptyBody(file, '### ')],
  };
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
  // As the fields of front matter are read.
  const name = composed(typed);
  const respondent: NamedPerson = { name, at: findSpot(file.lines, title.lines, typed) };
  const statements = [...blockStatements(blocks, title.citations), ...blockStatements(notes, [])];
  return { respondent, statements, blocks, notes, lines };
}

function citedText(file: ParsedFile, raw: string, path: FieldPath): CitedText {
  const at: Spot = file.frontMatter.locate(path, 'value');
  const { text, citations } = cutCitations(raw, file.lines, scalarLines(file.lines, at.line));
  return { text: text.trim(), citations, at };
}

function emptyBody({ source, lines, blocks }: ParsedFile, expected: string): readonly Finding[] {
  if (blocks.length > 0) return [];
  return [finding(source.path, { ...FILE_START, line: lines.length }, 'empty-body', { expected })];
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
