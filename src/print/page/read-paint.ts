import type { PageElement, PageGlobals, PageStyle } from './dom.ts';
import type { SlideParts, Surroundings } from './read-slide.ts';

/**
 * Adds an element's background or filling, on which texts may stand: by geometry, since in a diagram a label is
 * no descendant of its box. Runs in the browser.
 */
export function readPaint(element: PageElement, style: PageStyle, at: Surroundings, parts: SlideParts): void {
  const { DOMPoint } = globalThis as unknown as PageGlobals;
  const clear = /^none$|^rgba\(.*, 0\)$|\/ 0\)$/;
  if (element.isPointInFill) {
    const matrix = element.getScreenCTM?.();
    if (!matrix || clear.test(style.fill)) return;
    const back = matrix.inverse();
    // Without the cost of a box for each point: the slide may have been moved since.
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
  // One that fills only a part, such as a line below the text, is not what the text stands on.
  if (images === 'none' || !/^(?:auto|cover|100%(?: 100%)?)$/.test(style.backgroundSize)) return;
  const stops = images.match(/(?:rgba?|hsla?|oklab|oklch|lab|lch|color)\([^()]*\)/g) ?? [];
  add(images.includes('url(') ? [] : stops);
}
