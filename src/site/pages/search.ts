import type MiniSearch from 'minisearch';
import { type Place, placeIndex } from './place-index.ts';
import { tokensOf } from './tokens.ts';

/*
 * The search field of every page. Without this script there is none, and everything else works. A classic script, with
 * its data in another one, because pages opened from a folder may load neither modules nor JSON.
 */

declare global {
  /** Set by search-data.js. */
  var talkdeckPlaces: readonly Place[] | undefined;
}

const MOST = 12;
/** Characters of text shown with a result, around the first match. */
const AROUND = 64;

const box = document.querySelector<HTMLElement>('[data-search]');
const field = box?.querySelector('input');
const list = box?.querySelector('ol');
const status = box?.querySelector('p');
if (box && field && list && status) start(box, field, list, status);

function start(
  root: HTMLElement,
  input: HTMLInputElement,
  results: HTMLOListElement,
  nothing: HTMLParagraphElement,
): void {
  const base = root.getAttribute('data-search') ?? './';
  let index: MiniSearch | null = null;
  root.hidden = false;
  const show = () => {
    const found = index && input.value.trim() !== '' ? index.search(input.value).slice(0, MOST) : [];
    results.replaceChildren(...found.map(({ id }) => resultOf(Number(id), base, tokensOf(input.value))));
    results.hidden = found.length === 0;
    nothing.hidden = index === null || input.value.trim() === '' || found.length > 0;
  };
  const load = () => {
    if (index || document.querySelector('script[data-places]')) return;
    const script = document.createElement('script');
    script.src = `${base}search-data.js`;
    script.setAttribute('data-places', '');
    script.onload = () => {
      index = placeIndex(globalThis.talkdeckPlaces ?? []);
      show();
    };
    document.head.append(script);
  };
  input.addEventListener('focus', load);
  input.addEventListener('input', () => {
    load();
    show();
  });
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      input.value = '';
      show();
      input.focus();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [input, ...results.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement as HTMLAnchorElement);
    stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    event.preventDefault();
  });
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Node && root.contains(target))) results.hidden = true;
  });
  if (document.activeElement === input) load();
}

function resultOf(id: number, base: string, tokens: readonly string[]): HTMLLIElement {
  const [href, title, page, text] = globalThis.talkdeckPlaces?.[id] ?? ['', '', '', ''];
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = base + href;
  link.append(worded('strong', title));
  if (page !== title) link.append(worded('span', page));
  if (text !== '') link.append(worded('span', partOf(text, tokens)));
  item.append(link);
  return item;
}

function worded(tag: 'strong' | 'span', words: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = words;
  return element;
}

function partOf(text: string, tokens: readonly string[]): string {
  const lower = text.toLowerCase();
  const at = Math.min(
    ...tokens.map((token) => lower.indexOf(token)).filter((place) => place >= 0),
    text.length,
  );
  const from = at === text.length ? 0 : Math.max(0, at - 16);
  const part = text.slice(from, from + AROUND);
  return `${from > 0 ? '…' : ''}${part}${from + AROUND < text.length ? '…' : ''}`;
}
