import { isMap, isScalar, parseDocument } from 'yaml';
import {
  type Because,
  type DeckLine,
  deckLines,
  headingOf,
  isBlankLine,
  type LeftOut,
} from './deck-lines.ts';

/** The tool that a deck was written for, as far as it affects reading. */
export type DeckTool = 'slidev' | 'marp' | 'reveal' | 'pandoc';

export interface SplitDeck {
  readonly tool: DeckTool;
  /** The text fields of its head, by lower-case name. */
  readonly head: ReadonlyMap<string, HeadField>;
  readonly slides: readonly RawSlide[];
}

export interface HeadField {
  /** As typed. */
  readonly name: string;
  readonly line: number;
  readonly text: string;
}

export interface RawSlide {
  readonly lines: readonly DeckLine[];
  /** For this slide alone, as in Slidev. */
  readonly settings: ReadonlyMap<string, HeadField>;
}

/** Splits a deck into slides, however they are separated: by lines of hyphens, headings, or both. */
export function splitSlides(text: string): SplitDeck {
  const lines = deckLines(text);
  const { head, rest } = headOf(lines);
  const tool = toolOf(text, head);
  const apart = atRules(rest, tool);
  const byHeadings = tool === 'pandoc' || head.has('headingdivider') || apart.length === 1;
  const slides = byHeadings ? apart.flatMap((slide) => atHeadings(slide, levelOf(apart, head))) : apart;
  return { tool, head, slides: slides.filter(hasSomething) };
}

/** Why a field of front matter is left out. */
export function becauseOf(name: string): Because {
  return PLACES.has(name) ? 'place' : 'look';
}

/** Fields that belong elsewhere: in event.md, or in the talk under another name. */
const PLACES: ReadonlySet<string> = new Set(['author', 'authors', 'date', 'institute', 'lang', 'event']);

/** All unused settings of a deck or slide. */
export function leftSettings(
  fields: ReadonlyMap<string, HeadField>,
  taken: ReadonlySet<string>,
): readonly LeftOut[] {
  return [...fields].flatMap(([key, { name, line, text }]) =>
    taken.has(key) ? [] : [{ line, text: `${name}: ${text}`.trim(), because: becauseOf(key) }],
  );
}

/** Front matter, or pandoc's lines with a percent sign. */
function headOf(lines: readonly DeckLine[]) {
  const first = lines[0]?.text ?? '';
  if (/^%\s/.test(first)) {
    const count = lines.findIndex(({ text }) => !text.startsWith('%'));
    const fields = lines.slice(0, count < 0 ? lines.length : count).map(({ number, text }, index) => {
      const name = PERCENT[index] ?? `line ${index + 1}`;
      return [name, { name, line: number, text: text.slice(1).trim() }] as const;
    });
    return { head: new Map(fields), rest: lines.slice(fields.length) };
  }
  const end =
    first.trim() === '---'
      ? lines.findIndex(({ text }, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(text))
      : -1;
  if (end < 0) return { head: new Map<string, HeadField>(), rest: lines };
  return { head: fieldsOf(lines.slice(1, end)), rest: lines.slice(end + 1) };
}

const PERCENT = ['title', 'author', 'date'];

/** YAML fields, with groups and lists as text. Invalid YAML has none. */
function fieldsOf(lines: readonly DeckLine[]): ReadonlyMap<string, HeadField> {
  const document = parseDocument(lines.map(({ text }) => text).join('\n'), {
    schema: 'failsafe',
    uniqueKeys: false,
  });
  const fields = new Map<string, HeadField>();
  if (document.errors.length > 0 || !isMap(document.contents)) return fields;
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const line = lines.find(({ text }) => text.trimStart().startsWith(name))?.number ?? lines[0]?.number ?? 1;
    const text = isScalar(value) ? String(value.value ?? '') : JSON.stringify(value ?? '');
    fields.set(name.toLowerCase(), { name, line, text: text.replaceAll(/\s+/g, ' ').trim() });
  }
  return fields;
}

function toolOf(text: string, head: ReadonlyMap<string, HeadField>): DeckTool {
  if (head.has('marp') || /<!--\s*(?:_[a-z]+|paginate|headingDivider)\s*:|!\[bg\b/i.test(text)) return 'marp';
  if (
    /<v-click|^::[a-z-]+::\s*$|^layout:\s|^<<<\s/m.test(text) ||
    ['transition', 'mdc', 'highlighter', 'layout', 'canvaswidth', 'drawings'].some((name) => head.has(name))
  )
    return 'slidev';
  if (/<!--\s*\.(?:slide|element)\s*:/.test(text) || /^--\s*$/m.test(text) || head.has('revealoptions'))
    return 'reveal';
  if (
    /^%\s/.test(text) ||
    head.has('format') ||
    head.has('slide-level') ||
    /^:{3,}/m.test(text) ||
    /^(?:\. \. \.|\\pause)\s*$/m.test(text) ||
    /^#{1,6} .*\{[^}]*[.=#-][^}]*\}\s*$/m.test(text)
  )
    return 'pandoc';
  return /^note:/im.test(text) ? 'reveal' : 'slidev';
}

/** A line of hyphens below text makes it a heading, except in Slidev. */
function isRule(lines: readonly DeckLine[], index: number, tool: DeckTool): boolean {
  const line = lines[index];
  if (!line || line.isCode || !/^(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line.text))
    return tool === 'reveal' && !line?.isCode && /^--\s*$/.test(line?.text ?? '');
  const above = lines[index - 1];
  return (
    tool === 'slidev' ||
    above === undefined ||
    isBlankLine(above) ||
    above.isCode ||
    headingOf(above) !== null
  );
}

function atRules(lines: readonly DeckLine[], tool: DeckTool): readonly RawSlide[] {
  const slides: { lines: DeckLine[]; settings: ReadonlyMap<string, HeadField> }[] = [
    { lines: [], settings: new Map() },
  ];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) continue;
    if (!isRule(lines, index, tool)) {
      slides.at(-1)?.lines.push(line);
      continue;
    }
    const end = settingsEnd(lines, index + 1);
    slides.push({ lines: [], settings: end === null ? new Map() : fieldsOf(lines.slice(index + 1, end)) });
    if (end !== null) index = end;
  }
  return slides;
}

/** End of a slide's own front matter that begins at `start`; null if there is none. */
function settingsEnd(lines: readonly DeckLine[], start: number): number | null {
  if (!/^[a-z][\w-]*:(?:\s|$)/.test(lines[start]?.text ?? '')) return null;
  for (let index = start; index < lines.length; index += 1) {
    const { text = '' } = lines[index] ?? {};
    if (/^---\s*$/.test(text)) return index;
    if (!/^(?:[a-z][\w-]*:(?:\s|$)|\s+\S|- )/i.test(text)) return null;
  }
  return null;
}

/**
 * The level of headings that begin a slide: like pandoc, the shallowest with text directly below it; or as set in the
 * head.
 */
function levelOf(slides: readonly RawSlide[], head: ReadonlyMap<string, HeadField>): number {
  const said = Number(/\d/.exec((head.get('slide-level') ?? head.get('headingdivider'))?.text ?? '')?.[0]);
  if (said > 0) return said;
  let level = 7;
  for (const { lines } of slides) {
    for (const [index, line] of lines.entries()) {
      const heading = headingOf(line);
      const below = lines.slice(index + 1).find((each) => !isBlankLine(each));
      if (heading && below && headingOf(below) === null) level = Math.min(level, heading.level);
    }
  }
  return level === 7 ? 2 : level;
}

function atHeadings({ lines, settings }: RawSlide, level: number): readonly RawSlide[] {
  const slides: { lines: DeckLine[]; settings: ReadonlyMap<string, HeadField> }[] = [{ lines: [], settings }];
  for (const line of lines) {
    const heading = headingOf(line);
    if (heading && heading.level <= level) slides.push({ lines: [], settings: new Map() });
    slides.at(-1)?.lines.push(line);
  }
  return slides;
}

function hasSomething({ lines, settings }: RawSlide): boolean {
  return settings.size > 0 || lines.some((line) => !isBlankLine(line));
}
