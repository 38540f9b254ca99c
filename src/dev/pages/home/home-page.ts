import type { DevState } from '../../state/dev-state.ts';
import { pdfLink } from '../shared/buttons.ts';
import { countFindings, findingsByDeck } from '../shared/count-findings.ts';
import { findElement, keyedList, setText } from '../shared/elements.ts';
import { listen } from '../shared/live.ts';
import { awayBanner, notices, problemView } from '../shared/notices.ts';
import { pageLook } from '../shared/page-look.ts';
import { searchTexts } from '../shared/search.ts';
import type { Words } from '../shared/words.ts';
import { type DeckItem, deckRow } from './deck-row.ts';
import { findingsList } from './findings-list.ts';
import { gridKeys } from './grid-keys.ts';

/** From so many decks on there is a search. */
const MANY = 12;

const byId = <T extends HTMLElement>(id: string, type: new () => T) => findElement(document, `#${id}`, type);
const search = byId('search', HTMLInputElement);
const grid = byId('decks', HTMLElement);
const away = awayBanner(byId('away', HTMLElement));
const look = pageLook(true);
const notify = notices(document.body);

let render: ((state: DevState) => void) | null = null;
let refilter = (): void => {};

/** The parts of the page that are made with its words. */
function makePage(words: Words): (state: DevState) => void {
  const findings = findingsList(byId('list', HTMLElement), byId('more', HTMLButtonElement), words, notify);
  const cards = keyedList<DeckItem>(
    grid,
    ({ deck }) => `${deck.kind}/${deck.slug}`,
    (item) => deckRow(item, words, notify, findings.reveal),
  );
  byId('whole', HTMLElement).append(pdfLink('/@talkdeck/pdf/', words.wholePdf, words, notify));
  return (state) => {
    renderHead(state, words);
    findings.update(state);
    const items = deckItems(state, words);
    refilter = () => renderDecks(items, words, cards);
    refilter();
    document.body.dataset.ready = '';
  };
}

function renderHead({ event, decks, findings, problem }: DevState, words: Words): void {
  const others = problem ? 1 : 0;
  const errors = others + findings.filter(({ severity }) => severity === 'error').length;
  const name = event?.title ?? 'talkdeck';
  document.title = errors > 0 ? `${words.errors(errors)} \u00b7 ${name}` : name;
  const title = byId('title', HTMLElement);
  setText(title, name);
  title.lang = event?.lang ?? 'en';
  setText(byId('about', HTMLElement), [event?.subtitle, event?.date].filter(Boolean).join(' \u00b7 '));
  const counts = byId('counts', HTMLElement);
  setText(counts, countFindings(findings, words, others).join(', ') || words.noFindings);
  counts.dataset.severity = errors > 0 ? 'error' : findings.length > 0 ? 'warning' : 'none';
  const stuck = byId('problem', HTMLElement);
  stuck.hidden = problem === null;
  stuck.replaceChildren(...(problem ? problemView(problem, words) : []));
  byId('whole', HTMLElement).hidden = decks.length === 0;
  byId('findings', HTMLElement).hidden = findings.length === 0;
  search.hidden = decks.length < MANY;
}

function deckItems(state: DevState, words: Words): readonly DeckItem[] {
  const { event, decks } = state;
  const findings = findingsByDeck(state);
  return decks.flatMap((deck): readonly DeckItem[] => {
    const own = findings.get(deck.slug) ?? [];
    const counts = countFindings(own, words).join(', ');
    const hasErrors = own.some(({ severity }) => severity === 'error');
    return event ? [{ deck, event, counts, hasErrors, isHidden: false }] : [];
  });
}

function renderDecks(
  items: readonly DeckItem[],
  words: Words,
  show: (items: readonly DeckItem[]) => void,
): void {
  const texts = items.map(({ deck: { kind, title, slug, people } }) =>
    [
      title,
      slug,
      ...people.flatMap(({ name, org, role }) => [name, org, kind === 'speaker' ? role : null]),
    ].join('\n'),
  );
  const found = searchTexts(texts, search.hidden ? '' : search.value);
  show(items.map((item, index) => ({ ...item, isHidden: !found[index] })));
  const empty = byId('empty', HTMLElement);
  empty.hidden = found.includes(true);
  setText(empty, items.length === 0 ? words.noDecks : words.nothingFound);
}

/** What is found stands at the top, wherever the page was scrolled to. */
function find(): void {
  refilter();
  scrollTo({ top: 0, behavior: 'instant' });
}

search.addEventListener('input', find);
document.addEventListener('keydown', (event) => {
  const isSearch = document.activeElement === search;
  if (event.key === '/' && !isSearch && !search.hidden) {
    event.preventDefault();
    search.focus();
  } else if (event.key === 'Escape' && isSearch && !event.isComposing) {
    search.value = '';
    find();
  }
});
gridKeys(grid, (card) => card.querySelector<HTMLElement>('a.main'));
listen((message) => {
  if (message.kind === 'away') away(message.isAway);
  if (message.kind !== 'state') return;
  const words = look.follow(message.state);
  render ??= makePage(words);
  render(message.state);
});
