import { addAll } from '../add-all.ts';
import { type Diagnostic, error, FILE_START } from '../diagnostics/diagnostic.ts';
import type { Spot } from '../spot.ts';
import { cutCitations } from './citation.ts';
import { eventLook } from './event-look.ts';
import { plainText } from './inline.ts';
import { isDeviceName } from './is-device-name.ts';
import type { Answer, CitedText, Event, Exchange, NamedPerson, Talk } from './meetup.ts';
import type { ParsedFile } from './parse.ts';
import { isBlank } from './parse-body.ts';
import { eventSchema, exchangeSchema, talkSchema } from './schema.ts';
import { outline, type RawSection } from './section.ts';
import { findSpot, scalarLines } from './source-file.ts';
import { blockStatements } from './statements.ts';
import { validateFields } from './validate-fields.ts';
import { misplacedMarkers, textBeforeSection, validateSections } from './validate-sections.ts';
import type { FieldPath } from './yaml-engine.ts';

/**
 * Each of these reports what is wrong with a file, and gives what is left of it, so that the rules for the
 * whole meetup see it too.
 */
export function validateEvent(file: ParsedFile, diagnostics: Diagnostic[]): Event {
  const fields = validateFields(file.source.path, eventSchema, file.frontMatter, diagnostics);
  const sections = validateSections(file, diagnostics);
  const { title, lang, subtitle, date, host, organizer, closing, glossary, adviceOff, source: path } = fields;
  // A path copied on Windows names the same file elsewhere.
  const transcript =
    path === null
      ? null
      : { path: path.replaceAll('\\', '/'), at: file.frontMatter.locate(['source'], 'value') };
  const facts = { title, lang, subtitle, date, host, organizer, closing, transcript, glossary, adviceOff };
  return { ...facts, ...eventLook(file, fields), sections, ...common(file, 2) };
}

export function validateTalk(file: ParsedFile, diagnostics: Diagnostic[]): Talk {
  const { source, frontMatter } = file;
  const fields = validateFields(source.path, talkSchema, frontMatter, diagnostics);
  const sections = validateSections(file, diagnostics);
  if (file.blocks.length === 0) reportEmptyBody(file, '## ', diagnostics);
  const slug = slugOf(source.path, diagnostics);
  return {
    ...common(file, 2),
    slug,
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
    sections,
  };
}

export function validateExchange(file: ParsedFile, diagnostics: Diagnostic[]): Exchange {
  const { source, frontMatter } = file;
  const fields = validateFields(source.path, exchangeSchema, frontMatter, diagnostics);
  const answers = validateAnswers(file, diagnostics);
  addAll(diagnostics, misplacedMarkers(file, 0));
  if (file.blocks.length === 0) reportEmptyBody(file, '### ', diagnostics);
  const isList = Array.isArray((frontMatter.data as { askedTo?: unknown }).askedTo);
  return {
    ...common(file, 3),
    question: citedText(file, fields.question, ['question']),
    askedBy: fields.askedBy,
    askedTo: fields.askedTo.map((name, index) => ({
      name,
      at: frontMatter.locate(isList ? ['askedTo', index] : ['askedTo'], 'value'),
    })),
    topic: fields.topic,
    answers,
  };
}

/** @param level of the headings that begin its slides */
function common(file: ParsedFile, level: number): Pick<Talk, 'source' | 'lines' | 'notes'> {
  const { source, lines, blocks } = file;
  return { source, lines, notes: outline(blocks, level).notes };
}

function validateAnswers(file: ParsedFile, diagnostics: Diagnostic[]): readonly Answer[] {
  const path = file.source.path;
  const { preamble, sections, misplaced } = outline(file.blocks, 3);
  for (const heading of misplaced) {
    const at = findSpot(file.lines, heading.lines, '');
    diagnostics.push(error(path, at, 'heading-level', { level: heading.level, expected: 3 }));
  }
  const [first] = preamble;
  if (first) {
    diagnostics.push(textBeforeSection(file, first, 3));
  }
  return sections.map((section) => validateAnswer(file, section, diagnostics));
}

function validateAnswer(file: ParsedFile, section: RawSection, diagnostics: Diagnostic[]): Answer {
  const name = plainText(section.title.inlines);
  const head = findSpot(file.lines, section.title.lines, '');
  if (isBlank(section.title)) diagnostics.push(error(file.source.path, head, 'empty-heading', {}));
  if (section.blocks.length === 0) {
    diagnostics.push(error(file.source.path, head, 'empty-section', { title: name }));
  }
  const respondent: NamedPerson = { name, at: findSpot(file.lines, section.title.lines, name) };
  const { title, blocks, notes, lines } = section;
  const statements = [...blockStatements(blocks, title.citations), ...blockStatements(notes, [])];
  return { respondent, statements, blocks, notes, lines };
}

function citedText(file: ParsedFile, raw: string, path: FieldPath): CitedText {
  const at: Spot = file.frontMatter.locate(path, 'value');
  const { text, citations } = cutCitations(raw, file.lines, scalarLines(file.lines, at.line));
  return { text: text.trim(), citations, at };
}

function reportEmptyBody(file: ParsedFile, expected: string, diagnostics: Diagnostic[]): void {
  diagnostics.push(
    error(file.source.path, { ...FILE_START, line: file.lines.length }, 'empty-body', { expected }),
  );
}

/** File names have at most 255 bytes; beside a file, one with a longer name is written first. */
const MOST_BYTES = 200;

/** The file name without order prefix: `02-huang-dongxu.md` gives `huang-dongxu`. Empty where it names no deck. */
function slugOf(path: string, diagnostics: Diagnostic[]): string {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
  const slug = base.replace(/^\d+[-_. ]+/, '').normalize('NFC');
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*$/u.test(slug) && !slug.endsWith('.');
  // The Q&A deck's own name.
  const isTaken = isDeviceName(slug) || /^qa$/i.test(slug);
  if (isPlain && !isTaken && Buffer.byteLength(slug) <= MOST_BYTES) return slug;
  diagnostics.push(error(path, FILE_START, 'invalid-file-name', { slug }));
  return '';
}
