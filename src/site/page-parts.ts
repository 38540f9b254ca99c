import { plainText } from '../content/summary/markup.ts';
import type { Exchange, Meetup } from '../content/summary/meetup.ts';
import type { Deck } from '../deck/deck.ts';
import type { Labels } from '../deck/labels.ts';
import type { codedLinks } from '../deck/model/parts.ts';
import type { Accent, Person } from '../deck/slide.ts';
import { monogram } from '../render/linked-views.ts';
import { type Findable, mediaAddress, type SiteFacts } from './article.ts';
import { accentClass } from './site-look.ts';
import { addressFrom, PLACES, slideFrom } from './site-places.ts';
import { type SiteWords, siteWords } from './site-words.ts';

/** A page for its template, `templates/site/<template>.html.hbs`. */
export interface SitePage {
  readonly path: string;
  readonly template: 'evening' | 'talk' | 'qa' | 'part' | 'transcript' | 'moderate' | 'lost';
  readonly title: string;
  /** One sentence, for previews and search engines. */
  readonly description: string;
  /** BCP 47. */
  readonly lang: string;
  /** CSS class of the page's colour; null for that of the text. */
  readonly accent: string | null;
  /** Deck whose cover link previews show; null for the first one. */
  readonly deck: string | null;
  readonly view: Readonly<Record<string, unknown>>;
  readonly findable: readonly Findable[];
}

/** A file of an export that the site offers. */
export interface OfferedFile {
  readonly kind: 'pdf' | 'handout' | 'pptx';
  /** Of a deck, or of the whole meetup. */
  readonly slug: string;
  readonly bytes: Uint8Array;
}

export interface SiteContent extends SiteFacts {
  readonly meetup: Meetup;
  /** In order, before pagination. */
  readonly decks: readonly Deck[];
  /** Slug of the PDF of all decks. */
  readonly front: string;
  readonly offered: readonly OfferedFile[];
  readonly transcript: readonly string[] | null;
}

/** Path of the page of a deck. */
export function pageOf({ kind, slug }: Pick<Deck, 'kind' | 'slug'>): string {
  if (kind === 'qa') return PLACES.qa;
  return kind === 'speaker' ? PLACES.talk(slug) : PLACES.part(slug);
}

/** Path of the article with the same content as a deck: the evening's page if that has everything. */
export function articleOf(deck: Pick<Deck, 'kind' | 'slug'>, meetup: Meetup): string {
  const isPage = deck.kind === 'speaker' || deck.kind === 'qa' || sectionsOf(meetup, deck.kind) > 0;
  return isPage ? pageOf(deck) : PLACES.evening;
}

/** Title of its page. */
export function titleOf({ kind, title, labels }: Deck, { event: { ending } }: Meetup): string {
  if (kind === 'qa') return labels.qa;
  if (kind === 'closing' && ending) return plainText(ending.title.inlines);
  return kind === 'opening' ? labels.opening : title;
}

/** Values that every page has. */
export function frame(
  { meetup, shows, transcript }: SiteContent,
  labels: Labels,
  lang: string,
  page: string,
) {
  return {
    labels,
    words: siteWords(lang),
    event: meetup.event.title,
    homeHref: addressFrom(page, PLACES.evening),
    transcriptHref: shows.transcript && transcript ? addressFrom(page, PLACES.transcript) : null,
  };
}

/** Values of a deck's page: also the previous and the next one, and its files. */
export function around(content: SiteContent, deck: Deck, page: string) {
  const { decks, meetup } = content;
  const shown = decks.filter(
    ({ kind }) => kind === 'speaker' || kind === 'qa' || sectionsOf(meetup, kind) > 0,
  );
  const at = shown.indexOf(deck);
  const neighbour = (other: Deck | undefined) =>
    other ? { title: titleOf(other, meetup), href: addressFrom(page, pageOf(other)) } : null;
  return {
    ...frame(content, deck.labels, deck.lang, page),
    before: neighbour(shown[at - 1]),
    next: neighbour(shown[at + 1]),
    files: [
      ...slidesOf(content, deck, page, siteWords(deck.lang)),
      ...filesOf(content, deck.slug, page, siteWords(deck.lang)),
    ],
  };
}

export function sectionsOf({ event: { sections, ending } }: Meetup, kind: Deck['kind']): number {
  if (kind === 'closing') return ending ? sections.length - ending.first : 0;
  return kind === 'opening' ? (ending?.first ?? sections.length) : 0;
}

/** The slides to present, first among the files. */
export function slidesOf({ slides }: SiteContent, deck: Deck | undefined, page: string, words: SiteWords) {
  return slides && deck ? [{ name: words.slides, href: slideFrom(page, deck.slug, 1) }] : [];
}

export function filesOf({ offered }: SiteContent, slug: string, page: string, words: SiteWords) {
  const named = { pdf: words.pdf, handout: words.handout, pptx: words.powerpoint };
  return offered
    .filter((file) => file.slug === slug)
    .map((file) => ({ name: named[file.kind], href: addressFrom(page, filePath(file)) }));
}

/** Path of an offered file below the site. */
export function filePath({ kind, slug }: Pick<OfferedFile, 'kind' | 'slug'>): string {
  return PLACES.file(kind === 'pptx' ? `pptx/${slug}.pptx` : `${kind}/${slug}.pdf`);
}

export function linksOf(links: ReturnType<typeof codedLinks>) {
  return links.map(({ name, owner, href }) => ({
    name: owner === null ? name : `${owner} \u00b7 ${name}`,
    href,
  }));
}

export function contentsOf(
  sections: readonly { readonly isContinued: boolean; readonly isOpening: boolean }[],
  views: readonly { readonly id: string; readonly title: unknown }[],
) {
  return views.filter(({ title }, index) => title !== null && !sections[index]?.isContinued);
}

export function questionView({ question, askedBy, askedTo }: Exchange, index: number, page: string) {
  return {
    number: index + 1,
    id: `q${index + 1}`,
    question: question.text,
    askedBy: askedBy.typed,
    askedTo: askedTo.map(({ typed }) => typed).join(', '),
    href: addressFrom(page, PLACES.qa, `q${index + 1}`),
  };
}

/** Groups questions by topic, in the order of their first ones. */
export function topicsOf({ exchanges }: Meetup, page: string) {
  const topics = new Map<string, ReturnType<typeof questionView>[]>();
  for (const [index, exchange] of exchanges.entries()) {
    const view = questionView(exchange, index, page);
    topics.set(exchange.topic, [...(topics.get(exchange.topic) ?? []), view]);
  }
  return [...topics].map(([topic, questions]) => ({ topic, questions }));
}

export function personView({ name, role, org, accent, portrait }: Person, page: string, words: SiteWords) {
  return {
    name,
    about: [role, org].filter((text) => text !== null).join(' \u00b7 '),
    accent: accentOf(accent),
    portrait: portrait === null ? null : { src: mediaAddress(page, portrait), alt: words.portrait(name) },
    monogram: monogram(name),
  };
}

export function accentOf(accent: Accent | null): string | null {
  return accent === null ? null : accentClass(accent);
}
