import { addAll } from '../../base/memory.ts';
import type { LineSpan, Spot } from '../../base/text.ts';
import { kindOf, type ShapedSection } from '../kinds/shapes.ts';
import { isVideo } from './asset.ts';
import {
  blockStatements,
  blocksCode,
  ownStatements,
  type ShownText,
  type Statement,
} from './block-statements.ts';
import type { OwnLabels } from './labels.ts';
import type { Citation, ImageRef, Inline, Prose } from './markup.ts';
import type { Event, Exchange, NamedLink, PlacedRef, Profile, Talk } from './meetup.ts';
import { type SourceFile, scalarLines } from './source-file.ts';
import { fieldLines } from './spots.ts';

/**
 * All text of a section, including its title if shown here. Text without citations of its own inherits those of its
 * list item, row or heading.
 */
export function sectionStatements(
  title: Prose,
  { lead, aside, shape }: ShapedSection,
  saysTitle: boolean,
): readonly Statement[] {
  const inherited = title.citations;
  const statements = [saysTitle ? title : null, lead, aside].flatMap((prose) =>
    ownStatements(prose, inherited),
  );
  addAll(statements, kindOf(shape).statements?.(shape, inherited) ?? []);
  return statements;
}

/** Distinct citations of statements, in transcript order. */
export function citationsOf(statements: readonly Statement[]): readonly Citation[] {
  const unique = new Map<string, Citation>();
  for (const { citations } of statements) {
    for (const citation of citations) unique.set(`${citation.first}-${citation.last}`, citation);
  }
  return [...unique.values()].sort((a, b) => a.first - b.first || a.last - b.last);
}

export type AnySummary = Event | Talk | Exchange;

/** All statements of a summary's body. */
export function bodyStatements(summary: AnySummary): readonly Statement[] {
  return 'sections' in summary
    ? summary.sections.flatMap(({ statements }) => statements)
    : summary.answers.flatMap(({ statements }) => statements);
}

type Target = 'image' | 'link';

/** A file whose source matches none of these contains no such elements. */
const SIGNS: Readonly<Record<Target, RegExp>> = {
  image: /!\[/,
  link: /\]\(|\]\[|\]:|\/\/|mailto:|</,
};

interface PlacedInline<T extends Target> {
  readonly inline: Extract<Inline, { type: T }>;
  /** Whether its paragraph, or the link around it, contains nothing else. */
  readonly isAlone: boolean;
  readonly lines: LineSpan;
}

/** All images or links in a summary's body, with their lines. */
export function inlinesOfType<T extends Target>(summary: AnySummary, type: T): readonly PlacedInline<T>[] {
  const found: PlacedInline<T>[] = [];
  if (!SIGNS[type].test(summary.source.text)) return found;
  for (const { prose } of bodyStatements(summary)) {
    collect(prose.inlines, type, (inline, isAlone) => found.push({ inline, isAlone, lines: prose.lines }));
  }
  return found;
}

export interface PlacedImage {
  readonly source: SourceFile;
  readonly ref: ImageRef;
  readonly lines: LineSpan;
}

/** All images that a summary shows. */
export function imagesOf(summary: AnySummary): readonly PlacedImage[] {
  const { source } = summary;
  const images: PlacedImage[] = inlinesOfType(summary, 'image').map(({ inline, lines }) => ({
    source,
    ref: inline.image,
    lines,
  }));
  if ('sections' in summary) {
    for (const { shape, lines } of summary.sections) {
      for (const ref of kindOf(shape).images?.(shape) ?? []) images.push({ source, ref, lines });
    }
  }
  for (const { ref, at } of namedImages(summary))
    images.push({ source, ref, lines: { first: at.line, last: at.line } });
  const posters = images.flatMap(({ ref: { poster, alt }, lines }) =>
    poster === undefined || isVideo(poster) ? [] : [{ source, ref: { src: poster, alt }, lines }],
  );
  return [...images, ...posters];
}

/** Portraits, logos and a cover's picture. */
function namedImages(summary: AnySummary): readonly PlacedRef[] {
  if ('answers' in summary) return [];
  const [people, ofEvening] =
    'people' in summary ? [summary.people, [summary.logoDark, ...summary.sponsors]] : [summary.speakers, []];
  const named = [summary.logo, ...ofEvening, summary.cover].filter((picture) => picture !== null);
  return [...named, ...people.flatMap(({ portrait }) => portrait ?? [])];
}

/** The summary without pictures named in front matter. */
export function withoutNamedImages(summary: AnySummary): AnySummary {
  const faceless = (people: readonly Profile[]) => people.map((each) => ({ ...each, portrait: null }));
  if ('answers' in summary) return summary;
  const without = { logo: null, cover: null };
  return 'people' in summary
    ? { ...summary, ...without, logoDark: null, sponsors: [], people: faceless(summary.people) }
    : { ...summary, ...without, speakers: faceless(summary.speakers) };
}

/** All text that a summary shows, front matter first. */
export function shownTexts(summary: AnySummary): readonly ShownText[] {
  const ending = 'ending' in summary ? summary.ending : null;
  const notes = [...summary.notes, ...(ending?.notes ?? [])];
  const title = ending ? ownStatements(ending.title, []) : [];
  const prose = [...bodyStatements(summary), ...title, ...blockStatements(notes, [])].map((statement) => ({
    text: textOf(statement.prose.inlines),
    lines: statement.prose.lines,
    code: false,
  }));
  const code =
    'sections' in summary
      ? summary.sections.flatMap(({ shape, lines, notes }) => [
          ...(kindOf(shape).code?.(shape, lines) ?? []),
          ...blocksCode(notes),
        ])
      : summary.answers.flatMap(({ blocks, notes }) => blocksCode([...blocks, ...notes]));
  return [...frontMatterTexts(summary), ...prose, ...code, ...blocksCode(notes)];
}

function collect<T extends Target>(
  inlines: readonly Inline[],
  type: T,
  found: (inline: Extract<Inline, { type: T }>, isAlone: boolean) => void,
): void {
  for (const inline of inlines) {
    if (inline.type === type) found(inline as Extract<Inline, { type: T }>, inlines.length === 1);
    if ('children' in inline) collect(inline.children, type, found);
  }
}

function frontMatterTexts(summary: AnySummary): readonly ShownText[] {
  const { lines } = summary;
  const fields = (named: Readonly<Record<string, string | null>>): readonly ShownText[] =>
    Object.entries(named).flatMap(([key, text]) =>
      text === null ? [] : [{ text, lines: fieldLines(lines, key), code: false }],
    );
  const placed = (text: string, at: Spot): ShownText => ({
    text,
    lines: scalarLines(lines, at.line),
    code: false,
  });
  const described = (people: readonly Profile[]) =>
    people.flatMap(({ texts }) => texts.map(({ text, at }) => placed(text, at)));
  const named = ({ name, href, at }: NamedLink) => [placed(name, at), placed(href, at)];
  const words = (labels: OwnLabels) =>
    Object.values(labels).map(
      (text): ShownText => ({ text, lines: fieldLines(lines, 'labels'), code: false }),
    );
  if ('answers' in summary) {
    const { askedBy, topic, question, askedTo }: Exchange = summary;
    const asked = askedTo.map(({ typed, at }) => placed(typed, at));
    return [placed(question.text, question.at), ...fields({ askedBy: askedBy.typed, topic }), ...asked];
  }
  if ('slug' in summary) {
    const { speakers, title, slot, takeaway, facts, links, labels }: Talk = summary;
    const cited = [takeaway, ...facts].map(({ text, at }) => placed(text, at));
    const track = slot?.track ?? null;
    const addresses = [...links, ...speakers.flatMap((speaker) => speaker.links)].flatMap(named);
    return [...described(speakers), ...fields({ title, track }), ...cited, ...addresses, ...words(labels)];
  }
  const { title, subtitle, venue, host, people, organizer, closing, breaks, links, labels }: Event = summary;
  const pauses = breaks.map((each) => placed(each.title, each.at));
  return [
    ...fields({ title, subtitle, venue, host, organizer, closing }),
    ...described(people),
    ...pauses,
    ...[...links, ...people.flatMap((person) => person.links)].flatMap(named),
    ...words(labels),
  ];
}

/** Pictures have no text, and formulas have their own fonts for ASCII. */
function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('children' in inline) return textOf(inline.children);
      if (inline.type === 'formula') return inline.tex.replaceAll(/[\x20-\x7e]/g, '');
      return 'text' in inline ? inline.text : '';
    })
    .join('');
}
