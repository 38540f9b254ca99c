/**
 * The part of the DOM that page-audit.ts uses. The compiler's own DOM types would make browser globals visible
 * in the whole program.
 */
export interface PageElement {
  id: string;
  readonly tagName: string;
  readonly innerHTML: string;
  readonly textContent: string | null;
  readonly shadowRoot: PageRoot | null;
  readonly scrollHeight: number;
  readonly scrollWidth: number;
  readonly clientHeight: number;
  readonly clientWidth: number;
  readonly style: { display: string; breakAfter: string };
  /** Of `<img>` only. */
  readonly complete?: boolean;
  readonly naturalWidth?: number;
  readonly currentSrc?: string;
  loading?: string;
  /** Of `<a>` only. */
  readonly href?: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

type PageRoot = Pick<PageElement, 'querySelector' | 'querySelectorAll'>;

export interface PageGlobals {
  readonly document: PageRoot & { readonly fonts: { readonly status: string } };
  readonly location: { readonly origin: string };
  readonly CSS: { escape(text: string): string };
  getComputedStyle(element: PageElement): { overflowX: string; overflowY: string; textOverflow: string };
  /** Filled by the bundle (see ../slidev/client-files.ts); absent until its script has run. */
  readonly __talkdeck?: {
    readonly mounted: ReadonlySet<number>;
    readonly errors: readonly { readonly no: number | null; readonly detail: string }[];
  };
}
