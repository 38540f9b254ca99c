import type { PageElement, PageStyle } from './dom.ts';
import type { SlideParts, Surroundings } from './read-slide.ts';

/** Adds an `<img>`. Runs in the browser. */
export function readPicture(
  element: PageElement,
  style: PageStyle,
  at: Surroundings,
  parts: SlideParts,
): void {
  if (element.tagName !== 'IMG') return;
  const rect = parts.boxOf(element.getBoundingClientRect());
  const [wide, high] = [rect.right - rect.left, rect.bottom - rect.top];
  const [ownWide, ownHigh] = [element.naturalWidth ?? 0, element.naturalHeight ?? 0];
  const address = element.currentSrc || element.getAttribute('src') || '';
  const file = address.startsWith('data:') ? '(data)' : (address.split(/[?#]/)[0]?.split('/').at(-1) ?? '');
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
  // What stands off the middle (`object-position`) is taken as if it stood there.
  const halfWide = fills ? wide / 2 : Math.min(wide, ownWide * scale) / 2;
  const halfHigh = fills ? high / 2 : Math.min(high, ownHigh * scale) / 2;
  const [x, y] = [(rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2];
  parts.pictures.push({
    element,
    // Vite puts eight characters behind the name.
    name: file.replace(/-[\w-]{8}(\.\w+)$/, '$1'),
    box: { left: x - halfWide, right: x + halfWide, top: y - halfHigh, bottom: y + halfHigh },
    scale: known && !/\.svg(?:[?#]|$)|^data:image\/svg/.test(address) ? scale : null,
    inContent: at.zone !== 'other' && at.zone !== 'footer',
  });
}
