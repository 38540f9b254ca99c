import type { PageElement, PageGlobals, PageNode } from './dom.ts';

/** A slide with its additions on paper. */
interface SheetSlide {
  /** 1-based in the deck. */
  readonly number: number;
  /** Empty if it has no heading. */
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

/** Creates the content of the sheets, from top to bottom. */
export type SheetLayout = (
  slides: readonly SheetSlide[],
  deck: Pick<SheetsRequest, 'title' | 'author'>,
  create: CreateElement,
) => readonly SheetElement[];

/** @param content text or elements */
type CreateElement = (
  tag: string,
  className: string,
  content: string | readonly SheetElement[],
) => SheetElement;

/**
 * Replaces the slides on the page with sheets of paper. Runs in the browser.
 * @returns a function that restores them
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

/** The DOM needed to lay out sheets, beyond that for inspecting slides. */
export interface SheetElement extends PageElement {
  className: string;
  lang: string;
  innerHTML: string;
  textContent: string;
  readonly style: PageElement['style'] & { setProperty(name: string, value: string): void };
  readonly childNodes: Iterable<SheetElement>;
  readonly lastElementChild: SheetElement | null;
  readonly parentElement: SheetElement | null;
  readonly children: Iterable<SheetElement>;
  prepend(...children: readonly SheetElement[]): void;
  append(...children: readonly SheetElement[]): void;
  replaceChildren(...children: readonly SheetElement[]): void;
  remove(): void;
  querySelector(selector: string): SheetElement | null;
  querySelectorAll(selector: string): Iterable<SheetElement>;
}

export interface SheetGlobals extends Pick<PageGlobals, 'getComputedStyle'> {
  readonly document: Pick<SheetElement, 'querySelector' | 'querySelectorAll'> & {
    readonly head: SheetElement;
    readonly fonts: {
      readonly status: string;
      readonly ready: Promise<unknown>;
      load(font: string, text: string): Promise<unknown>;
    };
    createElement(tag: string): SheetElement;
  };
  /** Filled by the bundle (see ../../slidev/client-files.ts). */
  readonly __talkdeck: {
    /** Per slide of the bundle, in order: HTML or an empty text. */
    readonly notes: readonly string[];
  };
}

/** A row per slide: its number, the slide in a frame, and its notes or lines to write on. Runs in the browser. */
export const layOutHandout: SheetLayout = (slides, _, create) => {
  // Excess lines are cut off.
  const lines = () => {
    const all = Array.from({ length: 12 }, () => create('div', 'sheet-line', ''));
    return create('div', 'sheet-lines', all);
  };
  return slides.map(({ number, container, note }) => {
    if (note && [...note.children].every(({ className }) => className === 'sheet-sources'))
      note.append(lines());
    return create('section', 'sheet-row', [
      create('p', 'sheet-number', String(number)),
      create('div', 'sheet-frame', [container]),
      note ?? lines(),
    ]);
  });
};

/** The deck's title, then each slide's picture, number, title and notes. Runs in the browser. */
export const layOutNotes: SheetLayout = (slides, { title, author }, create) => [
  create('h1', '', title),
  ...(author === '' ? [] : [create('p', 'sheet-author', author)]),
  ...slides.map(({ number, title, container, note }) => {
    const frame = create('div', 'sheet-frame', [container]);
    // The heading beside it is read aloud and listed in the outline; this keeps it from happening twice.
    frame.setAttribute('aria-hidden', 'true');
    return create('section', note ? 'sheet-slide' : 'sheet-slide sheet-bare', [
      frame,
      create('h2', '', [create('span', '', String(number)), create('span', '', title)]),
      ...(note ? [note] : []),
    ]);
  }),
];

/** The speaker notes of some slides as plain text, one line per paragraph or item. Runs in the browser. */
export function readNotes({ first, count }: { first: number; count: number }): string[] {
  const { document, __talkdeck } = globalThis as unknown as SheetGlobals;
  const textOf = (node: PageNode): string => {
    if (node.nodeType === 3) return node.textContent ?? '';
    const text = [...node.childNodes].map(textOf).join('');
    return /^(?:P|LI|PRE|H\d|BLOCKQUOTE|BR)$/.test((node as { tagName?: string }).tagName ?? '')
      ? `${text.trim()}\n`
      : text;
  };
  return Array.from({ length: count }, (_, index) => {
    // Nothing in it runs or loads, because it is never inserted into the document.
    const holder: { innerHTML: string; readonly content?: PageNode } = document.createElement('template');
    holder.innerHTML = __talkdeck.notes[first + index] ?? '';
    return (holder.content ? textOf(holder.content) : '').replaceAll(/\s*\n\s*/g, '\n').trim();
  });
}

/**
 * Fills an element with a slide's speaker notes; the last line, if it names their sources, gets the class
 * `sheet-sources`. Runs in the browser.
 *
 * @param html Slidev's HTML of the notes, which is inert (see ../../render/inert.ts)
 * @returns the element, or null if there are no notes
 */
export function readNote(html: string, element: SheetElement): SheetElement | null {
  if (html.trim() === '') return null;
  element.innerHTML = html;
  // Written by render/slide-view.ts: `Sources: L73-79, L85`.
  const pattern = /^[^:\n]+: L\d+(?:-\d+)?(?:, L\d+(?:-\d+)?)*$/;
  const last = element.lastElementChild;
  if (last?.tagName === 'P' && pattern.test(last.textContent.trim())) last.className = 'sheet-sources';
  return element;
}

/** Font families in CSS notation. */
export interface SheetFonts {
  readonly body: string;
  readonly heading: string;
  readonly code: string;
}

/** The fonts of the slides on the page, which paper uses too. Runs in the browser. */
export function readSheetFonts(): SheetFonts {
  const { document, getComputedStyle } = globalThis as unknown as SheetGlobals;
  const slide = document.querySelector('.print-slide-container .slidev-layout');
  if (!slide) return { body: 'sans-serif', heading: 'sans-serif', code: 'monospace' };
  const style = getComputedStyle(slide);
  const body = style.getPropertyValue('font-family');
  return {
    body,
    heading: style.getPropertyValue('--font-heading') || body,
    code: style.getPropertyValue('--font-code') || 'monospace',
  };
}
