import type { DevState, QuestionCard } from '../../state/dev-state.ts';
import { deckPath } from '../shared/buttons.ts';
import { element, findElement, setText } from '../shared/elements.ts';
import type { Words } from '../shared/words.ts';
import type { AudienceScreen } from './screen.ts';

interface ModeratorHead {
  readonly state: DevState;
  readonly open: number;
  readonly onScreen: QuestionCard | null;
  readonly screen: AudienceScreen;
}

/** What stands above the questions: how many are open, what is on screen, ways to open that screen; and the keys. */
export function moderatorHead(words: Words): (head: ModeratorHead) => void {
  const byId = <T extends HTMLElement>(id: string, type: new () => T) =>
    findElement(document, `#${id}`, type);
  const audience = byId('open-screen', HTMLAnchorElement);
  const presenter = byId('open-presenter', HTMLAnchorElement);
  audience.addEventListener('click', (event) => {
    // A window of its own, to be moved to the other screen.
    const opened = window.open('', 'talkdeck-audience', 'popup,width=1280,height=720');
    if (!opened) return;
    event.preventDefault();
    // What it shows stays there, if it is open already.
    if (!opened.location.href.startsWith(audience.href)) opened.location.href = audience.href;
    opened.focus();
  });
  byId('keys', HTMLElement).replaceChildren(
    ...words.keys.map(([key, what]) => element('span', {}, element('kbd', {}, key), ` ${what}`)),
  );
  return ({ state: { event, decks, questions }, open, onScreen, screen }) => {
    document.title = [words.moderate, event?.title ?? 'talkdeck'].join(' \u00b7 ');
    const title = byId('title', HTMLElement);
    title.lang = event?.lang ?? 'en';
    setText(title, event?.title ?? '');
    setText(byId('open', HTMLElement), words.open(open, questions.length));
    const line = byId('screen', HTMLElement);
    line.classList.toggle('is-here', screen.isHere);
    setText(line, sayScreen(onScreen, screen, words));
    const slug = decks.find(({ kind }) => kind === 'qa')?.slug;
    for (const link of [audience, presenter]) link.hidden = slug === undefined;
    audience.href = deckPath(slug ?? '');
    presenter.href = deckPath(slug ?? '', 'presenter/1');
  };
}

interface ModeratorActions {
  /** Goes on to the next question, back to the one before, or to an end. */
  move(to: 'next' | 'previous' | 'first' | 'last'): void;
  show(): void;
  toggle(): void;
  undo(): void;
  clear(): void;
}

const MOVES = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' } as const;

/** The keys of the moderator's view. A key that is held down moves, and does nothing else a second time. */
export function moderatorKeys(search: HTMLInputElement, actions: ModeratorActions): void {
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, repeat, isComposing } = event;
    // While Chinese is composed, Enter and spaces belong to the input method.
    if (isComposing || key === 'Process' || altKey) return;
    const isSearch = document.activeElement === search;
    const act = (action: () => void) => {
      event.preventDefault();
      if (!repeat) action();
    };
    if (ctrlKey || metaKey) {
      if (key === 'z' && !isSearch) act(actions.undo);
      return;
    }
    if (key === 'ArrowDown' || key === 'ArrowUp' || (!isSearch && (key === 'Home' || key === 'End'))) {
      event.preventDefault();
      actions.move(MOVES[key]);
    } else if (key === 'Escape') act(actions.clear);
    else if (key === 'Enter' && !isPressed(event.target)) act(actions.show);
    else if (isSearch) return;
    else if (key === '/') act(() => search.select());
    else if (key === 'x' || (key === ' ' && !isPressed(event.target))) act(actions.toggle);
    else if (key === 'u') act(actions.undo);
  });
}

function sayScreen(onScreen: QuestionCard | null, { slide, isHere }: AudienceScreen, words: Words): string {
  if (slide === null) return words.noScreen;
  const what = words.screenAt(onScreen ? `${onScreen.number}\u2002${onScreen.text}` : words.slide(slide));
  return isHere ? what : `${what} \u00b7 ${words.noScreen}`;
}

/** Whether Enter and blank belong to what has the focus. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
}
