import type { SlidePlace } from '../../state/dev-state.ts';
import { element, isTyping } from './elements.ts';
import { failureOf, type Notify, postJson } from './notices.ts';
import type { Words } from './words.ts';

/** How long the buttons stay after the mouse has moved. */
const SHOWN_MS = 2500;

/** What a page offers about the slide that it shows. */
interface Tool {
  /** Name of its class, and of its part of the style sheet. */
  readonly name: string;
  readonly label: string;
  /** Lower case. */
  readonly key: string;
  run(): void;
}

/**
 * A button for each tool, there while the mouse moves, and its key.
 * @param canUse asks whether they are of use now
 */
export function toolButtons(root: ParentNode, tools: readonly Tool[], canUse: () => boolean): void {
  const bar = element('div', { class: 'tools' });
  bar.hidden = true;
  root.append(bar);
  let timer = 0;
  const hide = () => {
    bar.hidden = true;
  };
  addEventListener('mousemove', () => {
    clearTimeout(timer);
    bar.hidden = !canUse();
    timer = window.setTimeout(hide, SHOWN_MS);
  });
  for (const { name, label, run } of tools) {
    const button = element('button', { type: 'button', class: name }, label);
    button.addEventListener('click', () => {
      hide();
      run();
    });
    bar.append(button);
  }
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing } = event;
    const tool = tools.find((each) => each.key === key.toLowerCase());
    if (!tool || ctrlKey || metaKey || altKey || shiftKey) return;
    if (repeat || isComposing || isTyping() || !canUse()) return;
    // While somebody draws, E and L are Slidev's: an ellipse, a line.
    setTimeout(() => event.defaultPrevented || tool.run());
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
