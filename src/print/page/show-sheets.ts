import type { readNote } from './read-note.ts';
import type { SheetElement, SheetGlobals } from './sheet-dom.ts';

/** A slide and what belongs to it on paper. */
export interface SheetSlide {
  /** 1-based in the deck. */
  readonly number: number;
  /** Empty where it has no heading. */
  readonly title: string;
  /** The slide itself. */
  readonly container: SheetElement;
  readonly note: SheetElement | null;
}

export interface SheetsRequest {
  /** 0-based number in the bundle of the deck's first slide. */
  readonly first: number;
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  readonly css: string;
}

/** What stands on the sheets, from top to bottom. */
export type SheetLayout = (
  slides: readonly SheetSlide[],
  deck: Pick<SheetsRequest, 'title' | 'author'>,
  create: CreateElement,
) => readonly SheetElement[];

/** @param content a text, or elements */
export type CreateElement = (
  tag: string,
  className: string,
  content: string | readonly SheetElement[],
) => SheetElement;

/**
 * Puts sheets of paper in the place of the slides that stand on the page. Runs in the browser.
 * @returns what puts everything back
 */
export function showSheets(
  { first, css, lang, ...deck }: SheetsRequest,
  parts: { readonly layOut: SheetLayout; readonly readNote: typeof readNote },
): () => void {
  const { document, __talkdeck } = globalThis as unknown as SheetGlobals;
  const content = document.querySelector('#print-content');
  if (!content) throw new Error('there is no print page');
  const create: CreateElement = (tag, className, inside) => {
    const element = document.createElement(tag);
    if (className !== '') element.className = className;
    if (typeof inside === 'string') element.textContent = inside;
    else element.append(...inside);
    return element;
  };

  const before = [...content.childNodes];
  const style = create('style', '', css);
  const restore = () => {
    content.replaceChildren(...before);
    style.remove();
  };
  try {
    const slides = [...content.querySelectorAll('.print-slide-container')].map((container) => {
      const slide = Number(container.getAttribute('data-slide'));
      return {
        number: slide - first + 1,
        title: (container.querySelector('h1, h2, h3')?.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
        container,
        note: parts.readNote(__talkdeck.notes[slide] ?? '', create('div', 'sheet-note', '')),
      };
    });
    const sheets = create('div', 'sheets', parts.layOut(slides, deck, create));
    sheets.lang = lang;
    document.head.append(style);
    content.replaceChildren(sheets);
    return restore;
  } catch (error) {
    restore();
    throw error;
  }
}
