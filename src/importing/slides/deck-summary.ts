import type { LeftOut } from './deck-lines.ts';
import { type PlacePicture, type ReadSlide, readSlide } from './read-slide.ts';
import { type DeckTool, type HeadField, leftSettings, type RawSlide, splitSlides } from './split-slides.ts';

/** Another tool's deck as the summary of a talk. */
export interface DeckSummary {
  readonly tool: DeckTool;
  /** As given in the deck; null if it is not. */
  readonly title: string | null;
  readonly takeaway: string | null;
  /** Sections, in Markdown. */
  readonly body: string;
  readonly slides: number;
  readonly notes: number;
  readonly left: readonly LeftOut[];
}

/**
 * Slides become sections, notes comments, the fields in the head those of a talk; code, diagrams, tables and lists stay
 * as they are. Parts for which a summary has no place are reported with their lines.
 */
export function deckSummary(text: string, place: PlacePicture): DeckSummary {
  const { tool, head, slides: raw } = splitSlides(text);
  const slides = raw.map((slide) => withPicture(slide, readSlide(slide, tool, place), place));
  const title = head.get('title')?.text || plain(slides[0]?.title ?? '') || null;
  const said = TAKEAWAYS.map((name) => head.get(name)).find((field) => field && field.text !== '');
  const takeaway = said?.text ?? lastWord(slides);
  const taken = new Set(['title', ...TAKEAWAYS.filter((name) => head.get(name) === said)]);
  const [first, ...others] = slides;
  const isCover =
    first !== undefined &&
    (first.title === null || fold(first.title) === fold(title ?? '')) &&
    isPlain(first);
  const sections = (isCover ? others : slides).map((slide, index) => sectionOf(slide, index > 0));
  const cover = isCover ? coverNotes(first) : [];
  return {
    tool,
    title,
    takeaway,
    body: [...cover, ...sections].filter((section) => section !== '').join('\n\n'),
    slides: slides.length,
    notes: slides.reduce((sum, slide) => sum + slide.notes.length, 0),
    left: [
      ...leftSettings(head, taken),
      ...raw.flatMap(({ settings }) => leftSettings(settings, PICTURES)),
      ...slides.flatMap(({ left }) => left),
    ].sort((a, b) => a.line - b.line),
  };
}

/** Fields that describe in a sentence what a deck is about. */
const TAKEAWAYS: readonly string[] = ['takeaway', 'description', 'subtitle', 'info', 'abstract'];

/** Settings of a slide in Slidev that name a picture. */
const PICTURES: ReadonlySet<string> = new Set(['image', 'background']);

/** Adds the picture in a slide's settings, which Slidev shows beside the text or after it. */
function withPicture({ settings }: RawSlide, slide: ReadSlide, place: PlacePicture): ReadSlide {
  const named = [...PICTURES]
    .map((name) => settings.get(name))
    .filter((field): field is HeadField => field !== undefined);
  const left: LeftOut[] = [];
  const pictures = named.flatMap(({ line, text }) => {
    if (!/[./]/.test(text) || /\(/.test(text)) {
      left.push({ line, text: `background: ${text}`, because: 'look' });
      return [];
    }
    const placed = place({ src: text, alt: slide.title ?? '', line });
    return placed === null ? [] : ['', placed];
  });
  return { ...slide, lines: [...slide.lines, ...pictures], left: [...left, ...slide.left] };
}

function sectionOf({ title, lines, notes }: ReadSlide, isLater: boolean): string {
  const content = lines.join('\n').trim();
  const parts = [...(content === '' ? [] : [content]), ...notes.filter((note) => note !== '').map(noteOf)];
  if (parts.length === 0 && title === null) return '';
  // A slide without a title continues the previous one.
  const head = title === null ? (isLater && content !== '' ? ['---'] : []) : [`## ${title}`];
  return [...head, ...parts].join('\n\n');
}

function noteOf(note: string): string {
  return `<!--\n${note.replaceAll('-->', '-- >').replaceAll('<!--', '< !--')}\n-->`;
}

/** The text of a cover besides the title, which other fields replace, is kept as a speaker note. */
function coverNotes({ lines, notes }: ReadSlide): readonly string[] {
  const text = lines
    .map((line) => line.trim())
    .join('\n')
    .trim();
  return [...(text === '' ? [] : [text]), ...notes].filter((note) => note !== '').map(noteOf);
}

/** Whether a slide is just a few lines of text, as covers are. */
function isPlain({ lines }: ReadSlide): boolean {
  return lines.length <= 9 && !lines.some((line) => /^\s*(?:[-*+>|`~]|\d+[.)]\s|!\[)/.test(line));
}

/** The first text of the last slide with such a title: "Takeaway", "Conclusion", "总结". */
function lastWord(slides: readonly ReadSlide[]): string | null {
  const last = slides.findLast(({ title }) =>
    /^(?:(?:key )?take-?aways?|conclusions?|summary|tl;?dr|in short|fazit|总结|小结|结论|要点)$/i.test(
      title ?? '',
    ),
  );
  const line = last?.lines.find((each) => each.trim() !== '') ?? '';
  const words = line
    .replace(/^\s*(?:[-*+>]|\d+[.)])\s+/, '')
    .replaceAll(/\*\*|__|`/g, '')
    .trim();
  return words === '' || /^[|!<#~]/.test(words) ? null : words;
}

function plain(text: string): string {
  return text.replaceAll(/\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)|\s*\{#[\w-]+\}$/g, '').trim();
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[\s\p{P}]+/gu, '');
}
