import type { CoverCard, DeckCard, DevState, LogoCard, PersonCard } from '../../state/dev-state.ts';
import { deckPath, pdfLink } from '../shared/buttons.ts';
import { element, type KeyedRow, setColor, setText } from '../shared/elements.ts';
import type { Notify } from '../shared/notices.ts';
import type { Words } from '../shared/words.ts';

/** A deck, with what its card says of the rest. */
export interface DeckItem {
  readonly deck: DeckCard;
  readonly event: NonNullable<DevState['event']>;
  /** How many findings it has, in words; empty for none. */
  readonly counts: string;
  readonly hasErrors: boolean;
  readonly isHidden: boolean;
}

/** A deck's card. @param reveal leads to the deck's findings */
export function deckRow(
  { deck: { slug, kind } }: DeckItem,
  words: Words,
  notify: Notify,
  reveal: (slug: string) => void,
): KeyedRow<DeckItem> {
  const thumbnail = element('a', { class: 'thumbnail', href: deckPath(slug), tabindex: '-1' });
  const title = element('a', { class: 'main', href: deckPath(slug) });
  const speaker = element('p', { class: 'speaker' });
  const slides = element('span');
  const count = element('button', { type: 'button', class: 'count' });
  count.addEventListener('click', () => reveal(slug));
  const links = element(
    'p',
    { class: 'links' },
    element('a', { href: deckPath(slug) }, words.present),
    element('a', { href: deckPath(slug, 'presenter/1') }, words.presenter),
    element('a', { href: deckPath(slug, 'overview') }, words.overview),
    pdfLink(`/@talkdeck/pdf/${encodeURIComponent(slug)}.pdf`, words.pdf, words, notify),
  );
  if (kind === 'qa') links.append(element('a', { href: '/moderate', class: 'moderate' }, words.moderate));
  const node = element('li', { class: 'card' }, thumbnail, element('h3', {}, title), speaker);
  node.append(element('p', { class: 'facts' }, slides, count), links);
  let drawn = '';
  return {
    node,
    update({ deck, event, counts, hasErrors, isHidden }) {
      node.hidden = isHidden;
      node.lang = event.lang;
      setColor(node, deck.accent);
      title.replaceChildren(...parted(deck.heading));
      const [one, ...others] = deck.people;
      const isOne = deck.kind === 'speaker' && one && others.length === 0;
      const said = isOne ? [one.name, one.org, one.role] : deck.people.map(({ name }) => name);
      setText(speaker, said.filter(Boolean).join(' \u00b7 '));
      setText(slides, words.slides(deck.slides));
      count.hidden = counts === '';
      count.dataset.severity = hasErrors ? 'error' : 'warning';
      setText(count, counts);
      const cover = JSON.stringify([deck, event]);
      if (cover !== drawn) thumbnail.replaceChildren(coverView(deck, event));
      drawn = cover;
    },
  };
}

/** What stands in DevState with a zero-width space wherever a line may end. */
function parted(words: string): readonly (string | Node)[] {
  return words.split('\u200b').flatMap((part, index) => (index > 0 ? [element('wbr'), part] : [part]));
}

/** Between facts on one line; it begins none. */
const DOT = '\u00a0\u00b7 ';

/** Of more people a cover says only who they are (templates/slides/cover.md.hbs). */
const WITH_POSTS = 3;

/**
 * A deck's cover, made of what the theme's templates make it of, at the size of its canvas: cover.css draws it small. What
 * it says stands beside it as well.
 */
function coverView({ cover, accent }: DeckCard, event: NonNullable<DevState['event']>): HTMLElement {
  const date = cover.date === null ? null : element('span', { class: 'date' }, cover.date);
  const about = [cover.event, date, cover.venue].filter((part) => part !== null);
  const first = element(
    'p',
    {},
    element(
      'span',
      {},
      ...about.flatMap((part, index) => [
        ...(index > 0 ? [DOT] : []),
        ...(typeof part === 'string' ? parted(part) : [part]),
      ]),
    ),
  );
  if (cover.logos.length > 0)
    first.append(element('span', { class: 'logos' }, ...cover.logos.map((logo) => logoView(logo, 'logo'))));
  const hero = element('div', { class: 'hero' }, first, element('h1', {}, ...parted(cover.title)));
  if (cover.subtitle !== null) hero.append(element('p', {}, ...parted(cover.subtitle)));
  const { ground } = cover;
  if (ground !== null) hero.prepend(element('img', { class: 'ground', src: ground.src, alt: '' }));
  const content = element('div', { class: 'slide-content' }, hero);
  if (cover.people.length > 0) content.append(element('ul', {}, ...cover.people.map(personView)));
  if (cover.fact !== null)
    content.append(element('div', { class: 'fact' }, element('p', {}, ...parted(cover.fact))));
  if (cover.hosts !== null) content.append(element('p', { class: 'hosts' }, cover.hosts));
  if (cover.sponsors.length > 0)
    content.append(element('div', { class: 'sponsors' }, ...cover.sponsors.map(sponsorView)));
  const slide = element(
    'div',
    {
      class: 'slide kind-cover',
      'data-look': event.look,
      'data-density': `${cover.density}`,
      ...(cover.isPanel ? { 'data-panel': '' } : {}),
      ...(ground === null ? {} : { 'data-ground': ground.tone }),
    },
    content,
  );
  setColor(slide, accent);
  if (ground !== null) slide.style.setProperty('--scrim', `${ground.scrim}%`);
  const view = element('div', { class: 'cover', 'aria-hidden': 'true' }, slide);
  const [width, height] = event.canvas;
  view.style.setProperty('--width', `${width}`);
  view.style.setProperty('--height', `${height}`);
  return view;
}

function logoView({ src, chip }: LogoCard, name = ''): HTMLElement {
  const image = element('img', { class: name, src, alt: '' });
  return chip === null ? image : element('span', { class: `chip ${chip}` }, image);
}

function sponsorView(sponsor: CoverCard['sponsors'][number]): HTMLElement {
  const view = element('span', {}, logoView(sponsor));
  const image = view.querySelector('img');
  if (image) [image.style.width, image.style.height] = [`${sponsor.width}px`, `${sponsor.height}px`];
  return view;
}

function personView(
  { name, monogram, role, org, portrait, accent }: PersonCard,
  _index: number,
  { length }: readonly PersonCard[],
): Node {
  const person = element('span', { class: 'person' }, name);
  if (portrait === null) person.dataset.monogram = monogram;
  else person.prepend(element('img', { src: portrait, alt: '', loading: 'lazy' }));
  setColor(person, accent);
  if (length > WITH_POSTS || (org === null && role === null)) return element('li', {}, person);
  const post = element('span', { class: 'post' }, ...(org === null ? [] : [element('b', {}, org)]));
  if (org !== null && role !== null) post.append(element('i', {}, DOT));
  post.append(role ?? '');
  return element('li', {}, person, ' ', post);
}
