import { mapBreakable, solid, stack } from '../flow/breakable.ts';
import { type CodedLink, type SectionBase, type SlideBase, type Text, text } from '../slide.ts';
import { CODES } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight } from '../typeset/size.ts';
import type { FlowKind, FromShape } from './slide-kind.ts';

/** Links for which the closing slide has no room. */
interface LinksSlide extends SlideBase {
  readonly kind: 'links';
  readonly links: readonly CodedLink[];
}

/** Two per row, each a QR code with text beside it. */
export const links: FlowKind<LinksSlide> = {
  layout: 'flow',
  flow(slide, page) {
    const width = (page.box.width - CODES.columnGap) / 2 - CODES.listed - CODES.gap;
    const rows = Array.from({ length: Math.ceil(slide.links.length / 2) }, (_, row) =>
      slide.links.slice(row * 2, row * 2 + 2),
    ).map((row) => solid(row, Math.max(CODES.listed, ...row.map((link) => codeWords(link, width, page)))));
    return mapBreakable(stack(rows, { gap: () => CODES.rowGap }), (layers) => ({
      ...slide,
      links: layers.flatMap(({ value }) => value),
    }));
  },
};

interface VideoSlide extends SectionBase {
  readonly kind: 'video';
  readonly href: string;
  /** Such as YouTube. */
  readonly site: string;
  readonly words: Text | null;
}

/** A large QR code, with the video's name and address beside it. */
export const video: FlowKind<VideoSlide> & FromShape<'video', VideoSlide> = {
  layout: 'flow',
  fromShape: ({ href, site, words }) => ({ kind: 'video', href, site, words: words?.inlines ?? null }),
  flow(slide, page) {
    const width = page.box.width - CODES.alone - CODES.videoGap;
    const { body, small } = page.scale;
    const words = slide.words ? textHeight(slide.words, { ...body, bold: true }, width, page) : 0;
    const site = textHeight(text(`${page.labels.video} \u00b7 ${slide.site}`), small, width, page);
    const address = textHeight(text(shownAddress(slide.href)), small, width, page);
    return solid(slide, Math.max(CODES.alone, words + site + address));
  },
};

/** Height of a link's name and address, in pixels. */
export function codeWords({ name, owner, href }: CodedLink, width: number, page: Page): number {
  const { small } = page.scale;
  const title = owner === null ? name : `${owner} \u00b7 ${name}`;
  return (
    textHeight(text(title), { ...small, bold: true }, width, page) +
    textHeight(text(shownAddress(href)), small, width, page)
  );
}

/** Without the parts common to all addresses; for a long one only the site. */
export function shownAddress(href: string): string {
  const short = href.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/, '').replace(/\/$/, '');
  return short.length <= CODES.longest ? short : short.replace(/[/?#].*$/, '/\u2026');
}
