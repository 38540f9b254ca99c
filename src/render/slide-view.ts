import { posix } from 'node:path';
import { assetPath, isPhotograph, isVideo } from '../content/summary/asset.ts';
import type { LineEnds } from '../content/summary/line-ends.ts';
import { type Block, type Inline, plainText } from '../content/summary/markup.ts';
import type { Deck } from '../deck/deck.ts';
import { footnotesOf } from '../deck/footnotes.ts';
import type { CoverSlide, Slide } from '../deck/kinds/slides.ts';
import { footColor, heroColor, logoRow, meetupLogo, type ShownLogo, shownLogo } from '../deck/logos.ts';
import type { DeckTargets } from '../deck/outline.ts';
import type { Origin } from '../deck/slide.ts';
import { blockMarkdown } from './block-markdown.ts';
import { escapeText, escapeUrl } from './escape.ts';
import { Inert } from './inert.ts';
import type { InlineContext } from './inline-markdown.ts';
import type { Maker } from './kinds/view-kind.ts';
import { ownView, type SlideView } from './kinds/views.ts';
import { linkedViews } from './linked-views.ts';
import { assetFile } from './look-css.ts';
import type { DeckFacts, LogoView } from './view.ts';

/** 1-based slide numbers of sections; for a section in several parts, of the first one. */
export interface SectionNumbers {
  /** Null if the summary `file` has no section with that title or anchor. */
  byTitle(file: string, title: string): number | null;
  byOrigin(origin: Origin): number;
}

/** The view of a slide for its template. @param lineEnds of the deck, see `lineEndsOf` */
export function slideView(
  slide: Slide | CoverSlide,
  deck: DeckFacts,
  { lang, labels, accent, look }: Pick<Deck, 'lang' | 'labels' | 'accent' | 'look'>,
  lineEnds: LineEnds | null,
  numbers: SectionNumbers,
  targets: DeckTargets,
  moments: Moments,
): SlideView {
  const footnotes = footnotesOf(slide);
  const numbersOfNotes = new Map(footnotes.map(({ label }, index) => [label, index + 1]));
  const context: InlineContext = {
    place: 'slide',
    footnoteNumber: (label) => numbersOfNotes.get(label) ?? null,
    labels,
    lineEnds,
    imagePath: (ref) => `./${assetFile(assetPath(slide.origin.file, ref))}`,
    slideNumber: (title) => numbers.byTitle(slide.origin.file, title),
  };
  const make = maker(deck.slug, { lang, accent, look }, context, numbers, targets);
  const base = {
    title: make.text(slide.title),
    part: slide.part,
    place: slide.place && { ...slide.place, label: make.words(slide.place.label) },
    density: slide.density,
    voice: slide.voice ?? null,
    isMiddle: slide.isMiddle === true,
    isOther: slide.isOther === true,
    hangs: hangs(slide, lang),
    note: noteMarkdown(slide, labels.sources, context, moments),
    footnotes:
      footnotes.length === 0
        ? null
        : footnotes.map(({ note }, index) => ({ number: index + 1, text: make.text(note.inlines) })),
    deck,
  };
  // Both parts are of the same kind, which the compiler cannot infer through the union.
  const own = ownView(slide, make);
  if (!('lead' in slide)) return { ...base, ...own } as SlideView;
  const around = { lead: make.optionalText(slide.lead), aside: make.optionalText(slide.aside) };
  return { ...base, ...around, ...own } as SlideView;
}

/**
 * Whether a slide's only sentence begins with a quotation mark, which then hangs in front of the letters. In Chinese,
 * Japanese and Korean fonts, the mark has its own space.
 */
function hangs(slide: Slide | CoverSlide, lang: string): boolean {
  if (/^(?:zh|ja|ko)\b/i.test(lang)) return false;
  const isSentence = slide.kind === 'takeaway' || slide.kind === 'quote' || slide.voice !== undefined;
  return isSentence && /^[\u201C\u201D\u201E]/.test(plainText(firstText(slide)));
}

function firstText(slide: Slide | CoverSlide): readonly Inline[] {
  if (slide.kind === 'takeaway') return slide.text;
  if (slide.kind === 'points') return slide.items[0]?.text ?? [];
  return 'blocks' in slide ? firstProse(slide.blocks) : [];
}

function firstProse([block]: readonly Block[]): readonly Inline[] {
  if (block?.type === 'paragraph') return block.prose.inlines;
  return block?.type === 'list' ? firstProse(block.items[0]?.blocks ?? []) : [];
}

function maker(
  slug: string,
  { lang, accent, look }: Pick<Deck, 'lang' | 'accent' | 'look'>,
  context: InlineContext,
  numbers: SectionNumbers,
  targets: DeckTargets,
): Maker {
  const { link, person, question, entry } = linkedViews(slug, targets, context);
  const text: Maker['text'] = (inlines) => Inert.inline(inlines, context);
  const words: Maker['words'] = (plain) => Inert.words(plain, context);
  const logoView = ({ path, name, chip }: ShownLogo): LogoView => ({
    src: Inert.markdown(`./${assetFile(path)}`),
    alt: words(name),
    chip,
  });
  return {
    // Listed one by one: spreading was a hot spot in the profile of 1,000 talks, and each slide has such an object.
    link,
    person,
    question,
    entry,
    text,
    optionalText: (inlines) => inlines && text(inlines),
    words,
    optionalWords: (plain) => (plain === null ? null : words(plain)),
    blocks: (blocks) => Inert.markdown(blockMarkdown(blocks, context)),
    nested: (blocks, indent) =>
      blockMarkdown(blocks, { ...context, nested: true }).replaceAll(/^(?=.)/gm, indent),
    image: (ref) => ({
      src: Inert.markdown(context.imagePath(ref)),
      alt: words(ref.alt),
      width: ref.width === undefined ? null : `${ref.width}%`,
      isPhotograph: isPhotograph(ref.src),
      video: isVideo(ref.src)
        ? {
            poster:
              ref.poster === undefined
                ? null
                : Inert.markdown(context.imagePath({ src: ref.poster, alt: ref.alt })),
            file: words(posix.basename(assetPath('content/x', ref))),
          }
        : null,
    }),
    slideNumber: (origin) => numbers.byOrigin(origin),
    logos(cover) {
      const ground = heroColor(accent, look, cover);
      const own = cover?.ownLogo ? [shownLogo(cover.ownLogo, ground, look)] : [];
      const shown = [...own, meetupLogo({ look }, ground)].filter((logo) => logo !== null);
      return shown.map(logoView);
    },
    sponsors: (cover) =>
      logoRow(cover.sponsors ?? [], footColor(look, cover), look).map((logo) => ({
        ...logoView(logo),
        width: logo.width,
        height: logo.height,
      })),
    lang,
    toQa: link(targets.qa),
  };
}

/** Addresses in a recording, by citation as `L73-79`. */
export type Moments = Readonly<Record<string, string>>;

function linked(source: string, moments: Moments): string {
  const address = moments[source];
  return address === undefined ? source : `[${source}](${escapeUrl(address)})`;
}

/** A comment with the slide's speaker notes and the transcript lines that it cites. */
function noteMarkdown(
  { notes, sources }: Slide | CoverSlide,
  word: string,
  context: InlineContext,
  moments: Moments,
): Inert | null {
  const parts = [
    blockMarkdown(notes, { ...context, place: 'note' }),
    sources.length > 0
      ? `${escapeText(word, 'note')}: ${sources.map((source) => linked(source, moments)).join(', ')}`
      : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? Inert.markdown(`<!--\n${parts.join('\n\n')}\n-->`) : null;
}
