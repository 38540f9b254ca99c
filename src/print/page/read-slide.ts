import type { Box, Painted, SlidePicture, SlideText, SlideView, Zone } from './audited-slide.ts';
import type { PageElement, PageGlobals, PageNode, PageRect, PageStyle } from './dom.ts';

/** What an element takes from those above it. */
export interface Surroundings {
  readonly zone: Zone;
  readonly reading: boolean;
  readonly code: boolean;
  readonly opacity: number;
  /** Of lengths, by transformations. */
  readonly scale: number;
  readonly clip: Box;
  /** The `clip` of what an absolutely positioned element stands in. */
  readonly positionedClip: Box;
  readonly room: Box | null;
  readonly block: PageElement;
}

/** What the readers of parts add to. */
export interface SlideParts {
  readonly texts: SlideText[];
  readonly pictures: SlidePicture[];
  readonly painted: Painted[];
  /** From the window to the slide. */
  boxOf(rect: PageRect): Box;
}

export interface SlideReaders {
  surround(element: PageElement, style: PageStyle, above: Surroundings, parts: SlideParts): Surroundings;
  readPaint(element: PageElement, style: PageStyle, at: Surroundings, parts: SlideParts): void;
  readMarks(element: PageElement, at: Surroundings, parts: SlideParts): void;
  readText(node: PageNode, parent: PageElement, style: PageStyle, at: Surroundings, parts: SlideParts): void;
  readPicture(element: PageElement, style: PageStyle, at: Surroundings, parts: SlideParts): void;
}

/** Goes once through a slide, shadow roots included. Runs in the browser. */
export function readSlide(container: PageElement, readers: SlideReaders): SlideView {
  const { getComputedStyle } = globalThis as unknown as PageGlobals;
  const origin = container.getBoundingClientRect();
  const parts: SlideParts = {
    texts: [],
    pictures: [],
    painted: [],
    boxOf: ({ left, top, right, bottom }) => ({
      left: left - origin.left,
      top: top - origin.top,
      right: right - origin.left,
      bottom: bottom - origin.top,
    }),
  };
  const unseen = /^(?:style|script|template|noscript|title|desc|defs|marker|symbol|clippath|mask|metadata)$/i;

  const visit = (element: PageElement, above: Surroundings) => {
    if (unseen.test(element.tagName)) return;
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.opacity === '0') return;
    // For screen readers only.
    const aside = /^(?:hidden|clip)$/.test(style.overflowX) && element.clientWidth <= 1;
    if (aside && element.clientHeight <= 1 && style.display !== 'inline') return;
    const at = readers.surround(element, style, above, parts);
    if (style.visibility === 'visible') {
      readers.readPaint(element, style, at, parts);
      readers.readMarks(element, at, parts);
      readers.readPicture(element, style, at, parts);
    }
    for (const node of (element.shadowRoot ?? element).childNodes) {
      if (node.nodeType === 1) visit(node as PageElement, at);
      else if (node.nodeType === 3 && style.visibility === 'visible')
        readers.readText(node, element, style, at, parts);
    }
  };

  const size = parts.boxOf(origin);
  visit(container, {
    zone: 'other',
    reading: false,
    code: false,
    opacity: 1,
    scale: 1,
    clip: size,
    positionedClip: size,
    room: null,
    block: container,
  });
  const footer = container.querySelector('.slide-footer');
  return {
    container,
    slide: Number(container.getAttribute('data-slide')),
    size,
    footer: footer && parts.boxOf(footer.getBoundingClientRect()),
    texts: parts.texts,
    pictures: parts.pictures,
    painted: parts.painted,
  };
}
