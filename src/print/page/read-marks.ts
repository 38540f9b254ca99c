import type { PageElement, PageGlobals } from './dom.ts';
import type { SlideParts, Surroundings } from './read-slide.ts';

/**
 * Adds what `::before` and `::after` write, and what they paint where their place is known: a browser tells it
 * of absolutely positioned ones only. The text of any other gets the box of its element. Runs in the browser.
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
