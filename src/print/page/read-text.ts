import type { Box } from './audited-slide.ts';
import type { PageElement, PageGlobals, PageNode, PageStyle } from './dom.ts';
import type { SlideParts, Surroundings } from './read-slide.ts';

/** Adds a node's text, with a box for each of its lines. Runs in the browser. */
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
  // Where the letters are a stencil for a background, or are there to be selected.
  if (/^none$|^rgba\(.*, 0\)$|\/ 0\)$/.test(color)) return;
  const { document } = globalThis as unknown as PageGlobals;
  const range = document.createRange();
  // Blanks at the ends of lines hang over.
  range.setStart(node, written.length - written.trimStart().length);
  range.setEnd(node, written.trimEnd().length);
  const size = Number.parseFloat(style.fontSize) * at.scale * (drawn ? 1 : (parent.currentCSSZoom ?? 1));
  const boxes: Box[] = [];
  for (const rect of range.getClientRects()) {
    if (rect.width === 0 || rect.height === 0) continue;
    const { left, right, top, bottom } = parts.boxOf(rect);
    const middle = (top + bottom) / 2;
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
