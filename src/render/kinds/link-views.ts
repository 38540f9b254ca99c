import { shownAddress } from '../../deck/kinds/link-slides.ts';
import type { SlideOf } from '../../deck/kinds/slides.ts';
import type { CodedLink } from '../../deck/slide.ts';
import { Inert } from '../inert.ts';
import { qrSvg } from '../qr-code.ts';
import type { CodedLinkView, SlideViewBase } from '../view.ts';
import type { Maker, ViewKind } from './view-kind.ts';

interface LinksView extends SlideViewBase {
  readonly kind: 'links';
  readonly links: readonly CodedLinkView[];
}

export const links: ViewKind<SlideOf<'links'>, LinksView> = {
  view: (slide, make) => ({ kind: 'links', links: slide.links.map((link) => codedLinkView(link, make)) }),
};

export function codedLinkView({ name, owner, href }: CodedLink, make: Maker): CodedLinkView {
  return {
    href: make.words(href),
    name: make.words(owner === null ? name : `${owner} \u00b7 ${name}`),
    address: make.words(shownAddress(href)),
    code: Inert.markdown(qrSvg(href)),
  };
}
