import type { AuditedPicture, AuditedSlide, Box, Painted, SlideText, Zone } from './audited-slide.ts';
import type { PageElement, PageGlobals, PageNode, PageRect, PageStyle } from './dom.ts';

/** What an element inherits from its ancestors. */
interface Surroundings {
  readonly zone: Zone;
  readonly reading: boolean;
  readonly code: boolean;
  readonly opacity: number;
  /** Scale of lengths, by transformations. */
  readonly scale: number;
  readonly clip: Box;
  /** The `clip` of the containing block of absolutely positioned elements. */
  readonly positionedClip: Box;
  readonly room: Box | null;
  readonly block: PageElement;
}

/** Collects the parts of a slide. */
interface SlideParts {
  readonly texts: SlideText[];
  readonly pictures: AuditedPicture[];
  readonly painted: Painted[];
  /** Converts from window to slide coordinates. */
  boxOf(rect: PageRect): Box;
}

export interface SlideReaders {
  surround(element: PageElement, style: PageStyle, above: Surroundings, parts: SlideParts): Surroundings;
  readPaint(element: PageElement, style: PageStyle, at: Surroundings, parts: SlideParts): void;
  readMarks(element: PageElement, at: Surroundings, parts: SlideParts): void;
  readText(node: PageNode, parent: PageElement, style: PageStyle, at: Surroundings, parts: SlideParts): void;
  readPicture(element: PageElement, style: PageStyle, at: Surroundings, parts: SlideParts): void;
}

/** Walks through a slide once, including shadow roots. Runs in the browser. */
export function readSlide(container: PageElement, readers: SlideReaders): AuditedSlide {
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
    // Only for screen readers.
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

/**
 * Adds the text of `::before` and `::after`, and their backgrounds if their position is known: a browser reports that
 * only for absolutely positioned ones. Other text gets the box of its element. Runs in the browser.
 */
export function readMarks(element: PageElement, at: Surroundings, parts: SlideParts): void {
  if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml') return;
  const { getComputedStyle } = globalThis as unknown as PageGlobals;
  for (const pseudo of ['::before', '::after']) {
    const style = getComputedStyle(element, pseudo);
    if (/^(?:none|normal)$/.test(style.content) || style.display === 'none') continue;
    const opacity = at.opacity * Number.parseFloat(style.opacity);
    if (opacity === 0 || style.visibility !== 'visible') continue;
    const own = parts.boxOf(element.getBoundingClientRect());
    const text = [...style.content.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
      .map(([, part]) => part)
      .join('')
      .trim();
    const color = style.backgroundColor;
    const paints = !/^rgba\(.*, 0\)$|\/ 0\)$/.test(color);
    if (text !== '') {
      parts.texts.push({
        text,
        zone: 'mark',
        reading: false,
        code: false,
        block: element,
        boxes: [own],
        size: Number.parseFloat(style.fontSize) * at.scale * (element.currentCSSZoom ?? 1),
        color: style.color,
        opacity,
        ground: paints ? color : null,
        accent: style.getPropertyValue('--accent').trim(),
        clip: at.clip,
        room: null,
        painted: parts.painted.length,
      });
    } else if (paints && style.position === 'absolute' && getComputedStyle(element).position !== 'static') {
      const x = own.left + element.clientLeft + Number.parseFloat(style.left);
      const y = own.top + element.clientTop + Number.parseFloat(style.top);
      const [right, bottom] = [x + Number.parseFloat(style.width), y + Number.parseFloat(style.height)];
      const covers = (atX: number, atY: number) => atX >= x && atX <= right && atY >= y && atY <= bottom;
      parts.painted.push({ colors: [color], opacity, covers });
    }
  }
}

/**
 * Adds an element's background or fill, which may be behind texts: by geometry, since a diagram's label is not a
 * descendant of its box. Runs in the browser.
 */
export function readPaint(element: PageElement, style: PageStyle, at: Surroundings, parts: SlideParts): void {
  const { DOMPoint } = globalThis as unknown as PageGlobals;
  const clear = /^none$|^rgba\(.*, 0\)$|\/ 0\)$/;
  if (element.isPointInFill) {
    const matrix = element.getScreenCTM?.();
    if (!matrix || clear.test(style.fill)) return;
    const back = matrix.inverse();
    // Avoids `boxOf` for each point, since the slide may have moved.
    const rect = element.getBoundingClientRect();
    const { left, top } = parts.boxOf(rect);
    parts.painted.push({
      colors: style.fill.startsWith('url') ? [] : [style.fill],
      opacity: at.opacity,
      covers: (x, y) => {
        const point = new DOMPoint(x - left + rect.left, y - top + rect.top);
        return element.isPointInFill?.(point.matrixTransform(back)) ?? false;
      },
    });
    return;
  }
  const images = style.backgroundImage;
  if (clear.test(style.backgroundColor) && images === 'none') return;
  const box = parts.boxOf(element.getBoundingClientRect());
  const covers = (x: number, y: number) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  const add = (colors: readonly string[]) => parts.painted.push({ colors, opacity: at.opacity, covers });
  if (!clear.test(style.backgroundColor)) add([style.backgroundColor]);
  // A partial background, such as a line below the text, is not what the text is on.
  if (images === 'none' || !/^(?:auto|cover|100%(?: 100%)?)$/.test(style.backgroundSize)) return;
  const stops = images.match(/(?:rgba?|hsla?|oklab|oklch|lab|lch|color)\([^()]*\)/g) ?? [];
  add(images.includes('url(') ? [] : stops);
}

/** Adds an `<img>`. Runs in the browser. */
export function readPicture(
  element: PageElement,
  style: PageStyle,
  at: Surroundings,
  parts: SlideParts,
): void {
  if (element.tagName !== 'IMG') return;
  const rect = parts.boxOf(element.getBoundingClientRect());
  // Under a scrim that was measured when the deck was built.
  if (element.matches('.slide[data-ground] .ground')) {
    const { left, top, right, bottom } = rect;
    const covers = (x: number, y: number) => x >= left && x <= right && y >= top && y <= bottom;
    parts.painted.push({ colors: [], opacity: at.opacity, covers });
    return;
  }
  const [wide, high] = [rect.right - rect.left, rect.bottom - rect.top];
  const [ownWide, ownHigh] = [element.naturalWidth ?? 0, element.naturalHeight ?? 0];
  const still = element.getAttribute('data-still-of');
  const address = element.currentSrc || element.getAttribute('src') || '';
  const file =
    still ?? (address.startsWith('data:') ? '(data)' : (address.split(/[?#]/)[0]?.split('/').at(-1) ?? ''));
  const known = ownWide > 0 && ownHigh > 0;
  const [perWide, perHigh] = [wide / ownWide, high / ownHigh];
  const fit: Readonly<Record<string, number>> = {
    contain: Math.min(perWide, perHigh),
    cover: Math.max(perWide, perHigh),
    none: 1,
    'scale-down': Math.min(1, perWide, perHigh),
  };
  const scale = known ? (fit[style.objectFit] ?? Math.max(perWide, perHigh)) : 1;
  const fills = !known || !(style.objectFit in fit);
  // Off-centre positions (`object-position`) are treated as centred.
  const halfWide = fills ? wide / 2 : Math.min(wide, ownWide * scale) / 2;
  const halfHigh = fills ? high / 2 : Math.min(high, ownHigh * scale) / 2;
  const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
  parts.pictures.push({
    element,
    // Vite appends eight characters to the name.
    name: file.replace(/-[\w-]{8}(\.\w+)$/, '$1'),
    box: { left: x - halfWide, right: x + halfWide, top: y - halfHigh, bottom: y + halfHigh },
    scale: known && !/\.svg(?:[?#]|$)|^data:image\/svg/.test(address) ? scale : null,
    inContent: at.zone !== 'other' && at.zone !== 'footer',
    painted: parts.painted.length,
  });
}

/** Adds a node's text, with a box per line. Runs in the browser. */
export function readText(
  node: PageNode,
  parent: PageElement,
  style: PageStyle,
  at: Surroundings,
  parts: SlideParts,
): void {
  const written = node.textContent ?? '';
  const text = written.replaceAll(/\s+/g, ' ').trim();
  if (text === '') return;
  const drawn = parent.namespaceURI === 'http://www.w3.org/2000/svg';
  const color = drawn ? style.fill : style.color;
  // Transparent letters serve as a stencil for a background, or for selection.
  if (/^none$|^rgba\(.*, 0\)$|\/ 0\)$/.test(color)) return;
  const { document } = globalThis as unknown as PageGlobals;
  const range = document.createRange();
  // Spaces at line ends hang over.
  range.setStart(node, written.length - written.trimStart().length);
  range.setEnd(node, written.trimEnd().length);
  const size = Number.parseFloat(style.fontSize) * at.scale * (drawn ? 1 : (parent.currentCSSZoom ?? 1));
  const boxes: Box[] = [];
  const { a = 1, b = 0 } = (drawn && parent.getScreenCTM?.()) || {};
  const [cos, sin] = [a / Math.hypot(a, b), b / Math.hypot(a, b)];
  const tilted = Math.abs(cos) > 0.1 && Math.abs(sin) > 0.1;
  for (const rect of range.getClientRects()) {
    if (rect.width === 0 || rect.height === 0) continue;
    const { left, right, top, bottom } = parts.boxOf(rect);
    const middle = (top + bottom) / 2;
    if (tilted) {
      // Along the baseline, since the surrounding box of rotated text is mostly empty.
      const long = Math.max(0, (right - left - size * Math.abs(sin)) / Math.abs(cos) - size);
      const steps = Math.ceil(long / size);
      for (let step = 0; step <= steps; step += 1) {
        const off = steps === 0 ? 0 : (step / steps - 0.5) * long;
        const [x, y] = [(left + right) / 2 + off * cos, middle + off * sin];
        const half = 0.4 * size;
        boxes.push({ left: x - half, right: x + half, top: y - half, bottom: y + half });
      }
      continue;
    }
    const half = Math.min(bottom - top, 0.8 * size) / 2;
    boxes.push({ left, right, top: middle - half, bottom: middle + half });
  }
  if (boxes.length === 0) return;
  parts.texts.push({
    text,
    zone: at.zone,
    reading: at.reading,
    code: at.code,
    block: at.block,
    boxes,
    size,
    color,
    opacity: at.opacity,
    ground: null,
    accent: style.getPropertyValue('--accent').trim(),
    clip: at.clip,
    room: at.room,
    painted: parts.painted.length,
  });
}

/** An element's own surroundings, from its parent's. Runs in the browser. */
export function surround(
  element: PageElement,
  style: PageStyle,
  above: Surroundings,
  parts: SlideParts,
): Surroundings {
  const { DOMMatrix } = globalThis as unknown as PageGlobals;
  const tag = element.tagName.toLowerCase();
  const drawn = element.namespaceURI === 'http://www.w3.org/2000/svg';
  const common = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const factor = ({ a, b, c, d }: { a: number; b: number; c: number; d: number }) =>
    Math.sqrt(Math.abs(a * d - b * c));

  const isContent =
    element.matches('.slide-content') ||
    (element.matches('.slidev-layout') && !element.querySelector('.slide-content'));
  let { zone, reading, code, scale, block } = above;
  // Its parts are positioned one by one, as in a drawing.
  const isOfFormula = element.matches('.formula, .formula *');
  if (isContent) zone = 'body';
  else if (tag === 'footer' || element.matches('.slide-footer')) zone = 'footer';
  else if (isOfFormula) zone = /^(?:heading|body)$/.test(zone) ? 'signs' : zone;
  else if (tag === 'svg') zone = /^(?:footer|other)$/.test(zone) ? zone : 'diagram';
  else if (tag === 'h1') zone = 'heading';
  else if (/^su[bp]$/.test(tag) && /^(?:heading|body)$/.test(zone)) zone = 'signs';
  else if (zone === 'heading' && tag === 'small') zone = 'body';
  if (/^(?:p|li|td|blockquote|h[1-4])$/.test(tag)) reading = /^(?:body|heading)$/.test(zone);
  else if (/^(?:svg|small|footer)$/.test(tag)) reading = false;
  if (tag === 'pre') code = true;

  // Only drawn SVG elements know the scale of their user units, relative to the screen.
  const matrix = drawn ? element.getScreenCTM?.() : null;
  if (matrix) {
    scale = factor(matrix);
  } else if (!drawn) {
    if (style.transform !== 'none') scale *= factor(new DOMMatrix(style.transform));
    if (style.scale !== 'none') scale *= Number.parseFloat(style.scale);
  }

  // In SVG everything is `inline`, and texts are positioned one by one.
  const isBox = drawn
    ? /^(?:svg|foreignobject)$/.test(tag)
    : !/^(?:inline|contents|ruby)/.test(style.display);
  const isAtom = /^inline-/.test(style.display);
  if ((isBox && !element.matches('.formula *')) || (drawn && tag === 'text')) block = element;

  const box = isBox || isAtom ? parts.boxOf(element.getBoundingClientRect()) : null;
  const outOfFlow = style.position === 'absolute' || style.position === 'fixed';
  let clip = outOfFlow ? above.positionedClip : above.clip;
  const clips = (overflow: string) => overflow !== 'visible';
  // With an ellipsis, a theme declares that text may be cut.
  if (
    box &&
    !isOfFormula &&
    style.textOverflow !== 'ellipsis' &&
    (clips(style.overflowX) || clips(style.overflowY))
  ) {
    const wide = clips(style.overflowX) ? box : clip;
    const high = clips(style.overflowY) ? box : clip;
    clip = common(clip, { left: wide.left, right: wide.right, top: high.top, bottom: high.bottom });
  }
  const positioned = style.position !== 'static' || style.transform !== 'none';

  let { room } = above;
  if (isOfFormula) room = above.room;
  else if (drawn) room = null;
  else if (isContent) room = box;
  else if (outOfFlow) room = room && box;
  else if (box && room) {
    // A hanging quotation mark extends its block to the left, and moves its line back, by the same amount.
    const indent = Number.parseFloat(style.textIndent);
    const isHung =
      indent < 0 &&
      Math.abs(Number.parseFloat(style.marginLeft) - indent) < 0.1 &&
      /^\s*[\p{Pi}\p{Pf}\u201e"]/u.test(element.textContent ?? '');
    const hang = isHung ? -indent * scale * (element.currentCSSZoom ?? 1) : 0;
    room = common({ ...room, left: room.left - hang }, box);
  }
  return {
    zone,
    reading,
    code,
    opacity: above.opacity * Number.parseFloat(style.opacity),
    scale,
    clip,
    positionedClip: positioned ? clip : above.positionedClip,
    room,
    block,
  };
}
