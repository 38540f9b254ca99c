import type { DeckCard, DevState, PersonCard } from '../../state/dev-state.ts';
import { deckPath, pdfLink } from '../shared/buttons.ts';
import { element, type KeyedRow, setColor, setText } from '../shared/elements.ts';
import type { Notify } from '../shared/notices.ts';
import { textColumns } from '../shared/search.ts';
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
      setText(title, deck.title);
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

/** More people than this stand on no cover. */
const MOST_PEOPLE = 5;

/** A deck's cover as the theme draws it, small. What it says stands beside it as well. */
function coverView(deck: DeckCard, event: NonNullable<DevState['event']>): HTMLElement {
  const eventLine = [event.title, event.date].filter(Boolean).join(' \u00b7 ');
  const hero = element(
    'div',
    { class: 'hero' },
    element('p', { class: 'event' }, eventLine),
    element('p', { class: 'title' }, deck.title),
  );
  if ((deck.kind === 'qa' || deck.kind === 'opening') && event.subtitle !== null)
    hero.append(element('p', { class: 'subtitle' }, event.subtitle));
  const shown = deck.people.length > MOST_PEOPLE ? [] : deck.people;
  const density = String(coverDensity(deck.title));
  const slide = element('div', { class: 'slide', 'data-look': event.look, 'data-density': density }, hero);
  const foot = element(
    'div',
    { class: 'foot' },
    element('div', { class: shown.length > 1 ? 'people several' : 'people' }, ...shown.map(personView)),
  );
  if (deck.hosts !== null) foot.append(element('p', { class: 'hosts' }, deck.hosts));
  slide.append(foot);
  setColor(slide, deck.accent);
  const cover = element('div', { class: 'cover', 'aria-hidden': 'true' }, slide);
  cover.style.aspectRatio = event.ratio;
  return cover;
}

function personView(
  { name, monogram, role, org, accent }: PersonCard,
  _index: number,
  all: readonly PersonCard[],
): Node {
  const person = element('span', { class: 'person', 'data-monogram': monogram }, name);
  setColor(person, accent);
  const post = all.length > 1 ? '' : [org, role].filter(Boolean).join(' \u00b7 ');
  return element('span', { class: 'who' }, person, post);
}

/** How many lines of a title fit on a cover in each size (templates/theme/styles/scale.css), from the largest. */
const SIZES = [
  { size: 64, lines: 3 },
  { size: 56, lines: 3 },
] as const;

/** Of a slide's content, in pixels of its canvas. */
const WIDTH = 852;

/** The step of the type scale that a title on a cover is likely to have. */
function coverDensity(title: string): number {
  // A letter is some half an em wide.
  const width = [...title].reduce((sum, character) => sum + (textColumns(character) === 2 ? 1 : 0.56), 0);
  const density = SIZES.findIndex(({ size, lines }) => width * size <= lines * WIDTH);
  return density < 0 ? SIZES.length : density;
}
