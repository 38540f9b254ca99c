import type { SlideFailureKind } from '../types.ts';
import type { Box, PageTools, Rgb } from './audited-slide.ts';
import type { PageGlobals } from './dom.ts';

/** Runs in the browser. */
export function makeTools(unserved: readonly string[]): PageTools {
  const { document } = globalThis as unknown as PageGlobals;
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const blended = new Map<string, Rgb>();
  return {
    unserved,
    quote: (text) => `"${text.length > 24 ? `${text.slice(0, 24)}\u2026` : text}"`,
    summarize: (kind: SlideFailureKind, details) => {
      const [first, ...rest] = details;
      if (first === undefined) return [];
      return [{ kind, detail: rest.length === 0 ? first : `${first}, and ${rest.length} more` }];
    },
    excess: (box: Box, frame: Box) =>
      Math.max(
        0,
        frame.left - box.left,
        frame.top - box.top,
        box.right - frame.right,
        box.bottom - frame.bottom,
      ),
    shared: (a: Box, b: Box) =>
      Math.max(
        0,
        Math.min(
          Math.min(a.right, b.right) - Math.max(a.left, b.left),
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
        ),
      ),
    // The browser knows every notation of a colour, and mixes them as it does on the slide.
    blend: (layers) => {
      const key = layers.map(({ color, opacity }) => `${color} ${opacity}`).join('|');
      const known = blended.get(key);
      if (known) return known;
      for (const { color, opacity } of [{ color: '#fff', opacity: 1 }, ...layers]) {
        context.globalAlpha = opacity;
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
      }
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      const rgb: Rgb = [red, green, blue];
      blended.set(key, rgb);
      return rgb;
    },
  };
}
