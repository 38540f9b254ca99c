import type { SlidePlace } from '../../state/dev-state.ts';
import { element, isTyping } from './elements.ts';
import { failureOf, type Notify, postJson } from './notices.ts';
import type { Words } from './words.ts';

/** How long the button stays after the mouse has moved. */
const SHOWN_MS = 2500;

/**
 * A button that opens the slide's source, there while the mouse moves, and the key E.
 * @param edit asks whether there is something to edit now, and does it
 */
export function editButton(root: ParentNode, words: Words, canEdit: () => boolean, edit: () => void): void {
  const button = element('button', { type: 'button', class: 'edit' }, words.editSource);
  button.hidden = true;
  root.append(button);
  let timer = 0;
  const hide = () => {
    button.hidden = true;
  };
  addEventListener('mousemove', () => {
    clearTimeout(timer);
    button.hidden = !canEdit();
    timer = window.setTimeout(hide, SHOWN_MS);
  });
  button.addEventListener('click', () => {
    hide();
    edit();
  });
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing } = event;
    if (key.toLowerCase() !== 'e' || ctrlKey || metaKey || altKey || shiftKey) return;
    if (repeat || isComposing || isTyping() || !canEdit()) return;
    // While somebody draws, E is Slidev's: an ellipse.
    setTimeout(() => event.defaultPrevented || edit());
  });
}

/** A slide, or a place in a file; both from 1. */
type SourcePlace = SlidePlace | { readonly file: string; readonly line: number; readonly column: number };

/** Opens a place in the user's editor, and says whether that worked. */
export async function openSource(place: SourcePlace, notify: Notify, words: Words): Promise<void> {
  const failure = await postJson('/@talkdeck/edit', place);
  notify(failure === null ? words.opened : failure || words.away);
}

/** A link to a PDF that is made when asked for: it counts the seconds meanwhile, and says why it failed. */
export function pdfLink(href: string, label: string, words: Words, notify: Notify): HTMLAnchorElement {
  const link = element('a', { href, class: 'pdf' }, label);
  let isBusy = false;
  link.addEventListener('click', async (event) => {
    // To open it elsewhere is the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    const start = performance.now();
    const tick = () => {
      link.textContent = words.making(Math.round((performance.now() - start) / 1000));
    };
    tick();
    link.ariaBusy = 'true';
    const timer = setInterval(tick, 1000);
    try {
      const response = await fetch(href);
      if (response.ok) await save(response);
      else notify(await failureOf(response));
    } catch {
      notify(words.away);
    } finally {
      clearInterval(timer);
      link.textContent = label;
      link.ariaBusy = null;
      isBusy = false;
    }
  });
  return link;
}

/** Where a deck is served. @param view such as `presenter/3`; empty for its first slide */
export function deckPath(slug: string, view: string | number = ''): string {
  return `/${encodeURIComponent(slug)}/${view}`;
}

/** Hands a file to the browser, by the name of its address. */
async function save(response: Response): Promise<void> {
  const url = URL.createObjectURL(await response.blob());
  const name = decodeURIComponent(new URL(response.url).pathname.split('/').at(-1) ?? '');
  element('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
