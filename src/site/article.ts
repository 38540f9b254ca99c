import { formatCitation } from '../content/parse/citation.ts';
import { type Asset, type Assets, assetPath, isVideo } from '../content/summary/asset.ts';
import { blockStatements, type Statement, withFootnotes } from '../content/summary/block-statements.ts';
import type { LineEnds } from '../content/summary/line-ends.ts';
import { type Block, type Citation, type ImageRef, plainText } from '../content/summary/markup.ts';
import type { Section } from '../content/summary/meetup.ts';
import { momentOf, type Recording } from '../content/summary/recording.ts';
import { citationsOf } from '../content/summary/statements.ts';
import type { Labels } from '../deck/labels.ts';
import { lineEndsOf } from '../deck/typeset/page.ts';
import { assetFile } from '../render/look-css.ts';
import type { CodeColors } from './code-colors.ts';
import type { Drawings } from './drawings.ts';
import { Footnotes } from './footnotes.ts';
import { type Html, html } from './html.ts';
import { blocksHtml, inlineHtml, type Picture, type ProseContext, proseHtml } from './prose-html.ts';
import { type ShapeView, shapeView } from './shape-view.ts';
import { Anchors, addressFrom, PLACES, slideFrom } from './site-places.ts';
import { siteWords } from './site-words.ts';
import type { SlideNumbers } from './slide-numbers.ts';

/** Facts about the meetup, the same for all pages. */
export interface SiteFacts {
  readonly assets: Assets;
  readonly recording: Recording | null;
  readonly drawings: Drawings;
  /** Null if no deck has code. */
  readonly colors: CodeColors | null;
  /** See `meetupNames`. */
  readonly names: readonly string[];
  /** Where a section or a question begins on the slides; null if these are not on the site. */
  readonly slides: SlideNumbers | null;
  /** Paths of existing pictures of slides. */
  readonly pictures: ReadonlySet<string>;
  readonly shows: { readonly notes: boolean; readonly sources: boolean; readonly transcript: boolean };
}

/** A link to a slide. */
export interface SlideView {
  readonly href: string;
  /** `Slide 4`. */
  readonly label: string;
  readonly number: number;
  /** Null if no export has left one. */
  readonly picture: Pick<Picture, 'src' | 'width' | 'height'> | null;
}

export interface SourceView {
  /** `L27-31`. */
  readonly label: string;
  /** Address of the lines, or of the moment in the recording; null if neither is public. */
  readonly href: string | null;
}

export interface SectionView {
  readonly id: string;
  /** Null if a section continues below the same title. */
  readonly title: Html | null;
  /** Marks of the lines cited by the title. */
  readonly cites: Html | null;
  readonly lead: Html | null;
  readonly shape: ShapeView;
  readonly aside: Html | null;
  /** Null if there are none, or they are not public. */
  readonly notes: Html | null;
  readonly sources: readonly SourceView[];
  /** Address of the second in the recording; null if unknown. */
  readonly moment: string | null;
  /** The first slide of the section; null if slides are not on the site. */
  readonly slide: SlideView | null;
}

export interface FootnoteView {
  readonly number: number;
  readonly text: Html;
}

/** A search result: a place on a page with its text. */
export interface Findable {
  readonly anchor: string | null;
  readonly title: string;
  readonly text: string;
}

/**
 * The text of one page: its sections with their anchors, the footnotes in reading order, and what a search finds. For
 * use with a single page.
 */
export class Article {
  readonly findable: Findable[] = [];
  readonly #page: string;
  readonly #facts: SiteFacts;
  readonly #labels: Labels;
  readonly #deck: string;
  readonly #lang: string;
  readonly #lineEnds: LineEnds | null;
  readonly #anchors = new Anchors();
  readonly #footnotes = new Footnotes<ProseContext>();

  /** @param page its path below the site @param lang BCP 47 */
  constructor(
    page: string,
    facts: SiteFacts,
    { slug, lang, labels }: { readonly slug: string; readonly lang: string; readonly labels: Labels },
  ) {
    this.#deck = slug;
    this.#page = page;
    this.#facts = facts;
    this.#labels = labels;
    this.#lang = lang;
    this.#lineEnds = lineEndsOf({ lang, names: facts.names });
  }

  /** Text of front matter, with the line breaks of sections. */
  words(text: string): Html {
    return inlineHtml([{ type: 'text', text }], this.#context('', new Map()));
  }

  /** @param file path of the summary, relative to the root */
  sections(file: string, sections: readonly Section[]): readonly SectionView[] {
    const ids = sections.map(({ title }) => this.anchor(plainText(title.inlines)));
    const targets = new Map<string, string>();
    const titles = sections.map(({ title }) => plainText(title.inlines));
    for (const [index, id] of ids.entries()) {
      const title = titles[index] ?? '';
      if (!targets.has(title)) targets.set(title, id);
    }
    for (const [index, { anchors }] of sections.entries()) {
      for (const anchor of anchors) if (!targets.has(anchor)) targets.set(anchor, ids[index] ?? '');
    }
    const context = this.#context(file, targets);
    return sections.map((section, index) => {
      const id = ids[index] ?? '';
      const title = titles[index] ?? '';
      this.#find(id, title, section);
      return {
        id,
        title: section.isContinued || section.isOpening ? null : inlineHtml(section.title.inlines, context),
        cites: this.cites(section.title.citations),
        lead: section.lead && proseHtml(section.lead, context),
        shape: shapeView(section.shape, this.#lang, context),
        aside: section.aside && proseHtml(section.aside, context),
        notes: this.notes(file, section.notes),
        ...this.sources(citationsOf(section.statements)),
        slide: this.slide(this.#facts.slides?.ofSection(this.#deck, file, section.lines.first) ?? null),
      };
    });
  }

  /** A slide of the page's deck. @param number 1-based */
  slide(number: number | null): SlideView | null {
    if (number === null) return null;
    const href = slideFrom(this.#page, this.#deck, number);
    const path = PLACES.slide(this.#deck, number);
    const src = this.#facts.pictures.has(path) ? addressFrom(this.#page, path) : null;
    return {
      href,
      number,
      label: siteWords(this.#lang).slide(number),
      picture: src === null ? null : { src, ...SLIDE_PICTURE },
    };
  }

  /** A new anchor on the page. @param title that it is derived from */
  anchor(title: string): string {
    return this.#anchors.named(title);
  }

  /** Content of a summary outside of sections, such as an answer. */
  blocks(file: string, blocks: readonly Block[]): Html {
    return blocksHtml(blocks, this.#context(file, new Map()));
  }

  /** Speaker notes, if the organiser publishes them. */
  notes(file: string, blocks: readonly Block[]): Html | null {
    return this.#facts.shows.notes && blocks.length > 0 ? this.blocks(file, blocks) : null;
  }

  sources(citations: readonly Citation[]): Pick<SectionView, 'sources' | 'moment'> {
    const { recording, shows } = this.#facts;
    const [first] = citations;
    const moment = recording && first ? momentOf(recording, first.first) : null;
    if (!shows.sources) return { sources: [], moment };
    const sources = new Map(citations.map((citation) => [formatCitation(citation), this.#source(citation)]));
    return { sources: [...sources.values()], moment };
  }

  #source(citation: Citation): SourceView {
    const { recording, shows } = this.#facts;
    const said = recording ? momentOf(recording, citation.first) : null;
    const line = addressFrom(this.#page, PLACES.transcript, `L${citation.first}`);
    return { label: formatCitation(citation), href: shows.transcript ? line : said };
  }

  /** The marks of citations, if the organiser publishes them; null if there are none. */
  cites(citations: readonly Citation[]): Html | null {
    return this.#facts.shows.sources && citations.length > 0 ? this.#cites(citations) : null;
  }

  #cites(citations: readonly Citation[]): Html {
    const marks = citations.map((citation) => {
      const { label, href } = this.#source(citation);
      if (href === null) return html` <span class="cite">${label}</span>`;
      return html` <a class="cite" href="${href}" aria-label="${this.#labels.sources} ${label}">${label}</a>`;
    });
    return html`${marks}`;
  }

  /** Adds a place of the page to the search. */
  found(anchor: string | null, title: string, text: string): void {
    this.findable.push({ anchor, title, text: text.replaceAll(/\s+/g, ' ').trim() });
  }

  /** The footnotes referred to so far. */
  footnotes(): readonly FootnoteView[] {
    return this.#footnotes.all().map(({ number, note, context }) => ({
      number,
      text: proseHtml(note, context),
    }));
  }

  #find(id: string, title: string, { statements, notes }: Section): void {
    const ofNotes = new Set(withFootnotes(blockStatements(notes, [])).map(({ prose }) => prose));
    const isShown = ({ prose }: Statement) => this.#facts.shows.notes || !ofNotes.has(prose);
    const texts = statements.filter(isShown).map(({ prose }) => plainText(prose.inlines));
    this.found(id, title, texts.filter((text) => text !== title).join(' '));
  }

  #context(file: string, targets: ReadonlyMap<string, string>): ProseContext {
    const context: ProseContext = {
      labels: this.#labels,
      lineEnds: this.#lineEnds,
      sectionHref: (title) => {
        const id = targets.get(title);
        return id === undefined ? null : `#${encodeURIComponent(id)}`;
      },
      picture: (ref) => pictureOf(file, ref, this.#page, this.#facts.assets),
      drawing: (source) => {
        const drawn = this.#facts.drawings.find((each) => each.slug === this.#deck && each.source === source);
        if (!drawn) return null;
        const { path, width, height } = drawn;
        return { src: addressFrom(this.#page, path), width, height, isVideo: false, poster: null };
      },
      cites: (citations) => this.cites(citations),
      ...(this.#facts.colors && { code: this.#facts.colors.codeHtml }),
      footnote: (label, note) => this.#footnotes.numberOf(file, label, note, context),
    };
    return context;
  }
}

/** Of a slide, in pixels; shown at half that size. */
export const SLIDE_PICTURE = { width: 480, height: 270 } as const;

function pictureOf(file: string, ref: ImageRef, page: string, assets: Assets): Picture | null {
  const path = assetPath(file, ref);
  const asset: Asset | undefined = assets.get(path);
  if (asset?.state !== 'ok') return null;
  const poster = ref.poster === undefined ? null : assetPath(file, { src: ref.poster, alt: '' });
  return {
    src: mediaAddress(page, path),
    width: asset.width,
    height: asset.height,
    isVideo: isVideo(ref.src),
    poster: poster !== null && assets.get(poster)?.state === 'ok' ? mediaAddress(page, poster) : null,
  };
}

/** @param path of a picture, below the content folder */
export function mediaAddress(page: string, path: string): string {
  return addressFrom(page, PLACES.media(assetFile(path)));
}
