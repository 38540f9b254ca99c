/**
 * The part of the DOM that the functions in this folder use. The compiler's own DOM types would make browser globals
 * visible in the whole program.
 */
export interface PageNode {
  /** 1: an element, 3: a text. */
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

export interface PageElement extends PageNode {
  id: string;
  readonly tagName: string;
  readonly namespaceURI: string | null;
  readonly innerHTML: string;
  readonly shadowRoot: (PageRoot & PageNode) | null;
  readonly scrollHeight: number;
  readonly scrollWidth: number;
  readonly clientHeight: number;
  readonly clientWidth: number;
  readonly clientTop: number;
  readonly clientLeft: number;
  /** Total CSS `zoom`, including ancestors; missing in older browsers. */
  readonly currentCSSZoom?: number;
  readonly style: { display: string; breakAfter: string };
  readonly classList: { add(name: string): void; remove(name: string): void };
  /** Only for `<img>`. */
  readonly complete?: boolean;
  readonly naturalWidth?: number;
  readonly naturalHeight?: number;
  readonly currentSrc?: string;
  loading?: string;
  /** Only for `<video>`. */
  preload?: string;
  readonly poster?: string;
  readonly readyState?: number;
  readonly error?: object | null;
  /** Only for `<a>`. */
  readonly href?: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  replaceChildren(...children: readonly PageElement[]): void;
  matches(selector: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  getBoundingClientRect(): PageRect;
  /** Only for drawn SVG elements. */
  getScreenCTM?(): PageMatrix | null;
  /** Only for SVG shapes. */
  isPointInFill?(point: PagePoint): boolean;
}

export type PageRoot = Pick<PageElement, 'querySelector' | 'querySelectorAll'>;

export interface PageRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

export interface PageMatrix {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  inverse(): PageMatrix;
}

export interface PagePoint {
  readonly x: number;
  readonly y: number;
  matrixTransform(matrix: PageMatrix): PagePoint;
}

interface PageRange {
  setStart(node: PageNode, offset: number): void;
  setEnd(node: PageNode, offset: number): void;
  getClientRects(): Iterable<PageRect>;
}

/** Computed values: lengths in px, colours as `rgb()`, `oklab()` and the like. */
export interface PageStyle {
  readonly display: string;
  readonly visibility: string;
  readonly opacity: string;
  readonly position: string;
  readonly color: string;
  readonly fill: string;
  readonly content: string;
  readonly fontSize: string;
  readonly backgroundColor: string;
  readonly backgroundImage: string;
  readonly backgroundSize: string;
  readonly overflowX: string;
  readonly overflowY: string;
  readonly textOverflow: string;
  readonly transform: string;
  readonly scale: string;
  readonly objectFit: string;
  readonly marginLeft: string;
  readonly textIndent: string;
  readonly left: string;
  readonly top: string;
  readonly width: string;
  readonly height: string;
  getPropertyValue(name: string): string;
}

interface PageCanvas extends PageElement {
  width: number;
  height: number;
  getContext(kind: '2d', settings: { willReadFrequently: boolean }): PageContext;
}

export interface PageContext {
  fillStyle: string;
  globalAlpha: number;
  fillRect(x: number, y: number, width: number, height: number): void;
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
}

export interface PageGlobals {
  readonly document: PageRoot & {
    readonly fonts: { readonly status: string };
    createElement(tag: 'canvas'): PageCanvas;
    createRange(): PageRange;
  };
  readonly location: { readonly origin: string };
  readonly CSS: { escape(text: string): string };
  readonly DOMMatrix: new (transform: string) => PageMatrix;
  readonly DOMPoint: new (x: number, y: number) => PagePoint;
  getComputedStyle(element: PageElement, pseudo?: string): PageStyle;
  /** Filled by the bundle (see ../../slidev/client-files.ts); absent until its script has run. */
  readonly __talkdeck?: {
    readonly mounted: ReadonlySet<number>;
    readonly errors: readonly { readonly no: number | null; readonly detail: string }[];
  };
  /** Every slide of the page, including those taken out of it (see readiness.ts). */
  __talkdeckSlides: readonly PageElement[];
}
