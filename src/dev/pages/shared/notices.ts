import type { DevState } from '../../state/dev-state.ts';
import { element } from './elements.ts';
import type { Words } from './words.ts';

/** Says something in passing. */
export type Notify = (text: string, action?: { readonly label: string; readonly run: () => void }) => void;

const SHOWN_MS = 8000;

/** Puts a line for passing messages into a page. */
export function notices(parent: ParentNode): Notify {
  const line = element('div', { class: 'notice', role: 'status' });
  parent.append(line);
  let timer = 0;
  const clear = () => line.replaceChildren();
  return (text, action) => {
    clearTimeout(timer);
    line.replaceChildren(element('span', {}, text));
    if (action) {
      const button = element('button', { type: 'button' }, action.label);
      button.addEventListener('click', () => {
        clear();
        action.run();
      });
      line.append(button);
    }
    timer = window.setTimeout(clear, SHOWN_MS);
  };
}

/** A server that starts again is back before anybody needs to know. */
const PATIENCE_MS = 1200;

/** Shows an element while the server is away. */
export function awayBanner(banner: HTMLElement): (isAway: boolean) => void {
  let timer: number | null = null;
  const setAway = (isAway: boolean) => {
    // A browser tells again with each attempt that fails.
    if (isAway) timer ??= window.setTimeout(show, PATIENCE_MS);
    else {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      banner.hidden = true;
    }
  };
  const show = () => {
    banner.hidden = false;
  };
  setAway(true);
  return setAway;
}

/** What keeps edits from showing, in words. */
export function problemView(problem: NonNullable<DevState['problem']>, words: Words): readonly HTMLElement[] {
  return [
    element('strong', {}, words.stuck),
    element('p', { class: 'what', lang: 'en' }, problem.message),
    ...(problem.hint === null ? [] : [element('p', { class: 'fix', lang: 'en' }, problem.hint)]),
  ];
}

/** What the server says of why it did not do something: `{message}` as JSON, or plain text. */
export async function failureOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { message }: { readonly message?: unknown } = JSON.parse(text);
    if (typeof message === 'string' && message !== '') return message;
  } catch {
    // Not JSON.
  }
  return text.trim() || `${response.status} ${response.statusText}`;
}

/** Sends JSON to the server. Null when it was done, else why not, in the server's words; empty when it is away. */
export async function postJson(path: string, body: unknown): Promise<string | null> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.ok ? null : await failureOf(response);
  } catch {
    return '';
  }
}
