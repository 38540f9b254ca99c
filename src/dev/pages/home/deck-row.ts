import type { DeckCard, DevState } from '../../state/dev-state.ts';
import { coverView } from '../cover-view.ts';
import { deckPath } from '../deck-path.ts';
import type { Row } from '../keyed-list.ts';
import { pdfLink } from '../pdf-link.ts';
import { setColor } from '../set-color.ts';
import { setText } from '../set-text.ts';
import { element } from '../shared/elements.ts';
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
): Row<DeckItem> {
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
      const { name, role, org } = deck.speaker ?? { name: '', role: null, org: null };
      const people = deck.people.map((person) => person.name).join(' \u00b7 ');
      setText(speaker, deck.speaker ? [name, org, role].filter(Boolean).join(' \u00b7 ') : people);
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
