import type { PageElement, PageGlobals } from './dom.ts';

/** What laying out sheets of paper needs of the DOM, beyond what looking at slides does. */
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
    /** Of each slide of the bundle, in order: HTML, or nothing. */
    readonly notes: readonly string[];
  };
}
