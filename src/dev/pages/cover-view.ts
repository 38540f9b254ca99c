import type { DeckCard, DevState, PersonCard } from '../state/dev-state.ts';
import { coverDensity } from './cover-density.ts';
import { setColor } from './set-color.ts';
import { element } from './shared/elements.ts';

/** More people than this stand on no cover. */
const MOST_PEOPLE = 5;

/** A deck's cover as the theme draws it, small. What it says stands beside it as well. */
export function coverView(deck: DeckCard, event: NonNullable<DevState['event']>): HTMLElement {
  const eventLine = [event.title, event.date].filter(Boolean).join(' \u00b7 ');
  const hero = element(
    'div',
    { class: 'hero' },
    element('p', { class: 'event' }, eventLine),
    element('p', { class: 'title' }, deck.title),
  );
  if (deck.kind === 'qa' && event.subtitle !== null)
    hero.append(element('p', { class: 'subtitle' }, event.subtitle));
  const people = deck.speaker ? [deck.speaker] : deck.people;
  const shown = people.length > MOST_PEOPLE ? [] : people;
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
