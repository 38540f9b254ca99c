import type { LineSpan } from '../base/text.ts';
import type { ImageRef, Inline } from './inline.ts';
import type { Statement } from './statement.ts';
import type { Event, Exchange, Talk } from './summary/meetup.ts';
import type { SourceFile } from './summary/source-file.ts';

export type AnySummary = Event | Talk | Exchange;

/** Every statement of a summary's body. */
export function bodyStatements(summary: AnySummary): readonly Statement[] {
  return 'sections' in summary
    ? summary.sections.flatMap(({ statements }) => statements)
    : summary.answers.flatMap(({ statements }) => statements);
}

type Target = 'image' | 'link';

/** Without one of these in its source, a file has none of them. */
const SIGNS: Readonly<Record<Target, RegExp>> = {
  image: /!\[/,
  link: /\]\(|\]\[|\]:|\/\/|mailto:|</,
};

export interface PlacedInline<T extends Target> {
  readonly inline: Extract<Inline, { type: T }>;
  readonly lines: LineSpan;
}

/** Every image or link in a summary's body, with the lines that it stands on. */
export function inlinesOfType<T extends Target>(summary: AnySummary, type: T): readonly PlacedInline<T>[] {
  const found: PlacedInline<T>[] = [];
  if (!SIGNS[type].test(summary.source.text)) return found;
  for (const { prose } of bodyStatements(summary)) {
    collect(prose.inlines, type, (inline) => found.push({ inline, lines: prose.lines }));
  }
  return found;
}

function collect<T extends Target>(
  inlines: readonly Inline[],
  type: T,
  found: (inline: Extract<Inline, { type: T }>) => void,
): void {
  for (const inline of inlines) {
    if (inline.type === type) found(inline as Extract<Inline, { type: T }>);
    if ('children' in inline) collect(inline.children, type, found);
  }
}

export interface PlacedImage {
  readonly source: SourceFile;
  readonly ref: ImageRef;
  readonly lines: LineSpan;
}

/** Every image that a summary shows. */
export function imagesOf(summary: AnySummary): readonly PlacedImage[] {
  const { source } = summary;
  const images: PlacedImage[] = inlinesOfType(summary, 'image').map(({ inline, lines }) => ({
    source,
    ref: inline.image,
    lines,
  }));
  if ('sections' in summary) {
    for (const { shape, lines } of summary.sections) {
      if (shape.kind === 'figure') images.push({ source, ref: shape.image, lines });
    }
  }
  const named = 'portrait' in summary ? summary.portrait : 'logo' in summary ? summary.logo : null;
  if (named) images.push({ source, ref: named.ref, lines: { first: named.at.line, last: named.at.line } });
  return images;
}
