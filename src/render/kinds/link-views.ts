import { shownAddress } from '../../deck/kinds/link-slides.ts';
import type { SlideOf } from '../../deck/kinds/slides.ts';
import type { CodedLink } from '../../deck/slide.ts';
import { Inert } from '../inert.ts';
import { qrSvg } from '../qr-code.ts';
import type { CodedLinkView, SectionViewBase, SlideViewBase } from '../view.ts';
import type { Maker, ViewKind } from './view-kind.ts';

interface LinksView extends SlideViewBase {
  readonly kind: 'links';
  readonly links: readonly CodedLinkView[];
}

export const links: ViewKind<SlideOf<'links'>, LinksView> = {
  view: (slide, make) => ({ kind: 'links', links: slide.links.map((link) => codedLinkView(link, make)) }),
};

interface VideoView extends SectionViewBase {
  readonly kind: 'video';
  readonly href: Inert;
  /** Null if the link's text is just its address. */
  readonly words: Inert | null;
  /** Such as YouTube. */
  readonly site: Inert;
  readonly address: Inert;
  /** A whole `<svg>`. */
  readonly code: Inert;
}

export const video: ViewKind<SlideOf<'video'>, VideoView> = {
  view: ({ href, site, words }, make) => ({
    kind: 'video',
    href: make.words(href),
    words: make.optionalText(words),
    site: make.words(site),
    address: make.words(shownAddress(href)),
    code: Inert.markdown(qrSvg(href)),
  }),
};

export function codedLinkView({ name, owner, href }: CodedLink, make: Maker): CodedLinkView {
  return {
    href: make.words(href),
    name: make.words(owner === null ? name : `${owner} \u00b7 ${name}`),
    address: make.words(shownAddress(href)),
    code: Inert.markdown(qrSvg(href)),
  };
}
