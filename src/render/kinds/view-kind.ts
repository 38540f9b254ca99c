import type { Block, ImageRef } from '../../content/summary/markup.ts';
import type { CoverSlide } from '../../deck/kinds/statement-slides.ts';
import type { Origin, SlideBase, Text } from '../../deck/slide.ts';
import type { Inert } from '../inert.ts';
import type { LinkedViews } from '../linked-views.ts';
import type { LogoView, PictureView, SectionViewBase, SlideViewBase, SponsorView } from '../view.ts';

/** Behaviour of one kind of slide in render/: the part of the view specific to its template, `slides/<kind>.md.hbs`. */
export interface ViewKind<S extends SlideBase, V extends SlideViewBase> {
  view(slide: S, make: Maker): Own<V>;
}

export type Own<V> = V extends SectionViewBase
  ? Omit<V, keyof SectionViewBase>
  : Omit<V, keyof SlideViewBase>;

/** Converts the parts of a slide for its view. */
export interface Maker extends LinkedViews {
  text(inlines: Text): Inert;
  optionalText(inlines: Text | null): Inert | null;
  words(words: string): Inert;
  optionalWords(words: string | null): Inert | null;
  blocks(blocks: readonly Block[]): Inert;
  /** Nested blocks, for an item of a list. @param indent prefix of each line */
  nested(blocks: readonly Block[], indent: string): string;
  image(ref: ImageRef): PictureView;
  /** Logos in the upper corner of a cover or closing slide. */
  logos(cover: CoverSlide | null): readonly LogoView[];
  sponsors(cover: CoverSlide): readonly SponsorView[];
  /** 1-based number of the slide where a section begins. */
  slideNumber(origin: Origin): number;
  /** BCP 47, of the deck. */
  readonly lang: string;
  /** Link from the closing slide of a talk. */
  readonly toQa: ReturnType<LinkedViews['link']>;
}
