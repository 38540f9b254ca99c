import type { SheetGlobals } from './sheet-dom.ts';

/** Font families as CSS has them. */
export interface SheetFonts {
  readonly body: string;
  readonly heading: string;
  readonly code: string;
}

/** The fonts of the slides that stand on the page: paper is set in the same. Runs in the browser. */
export function readFonts(): SheetFonts {
  const { document, getComputedStyle } = globalThis as unknown as SheetGlobals;
  const slide = document.querySelector('.print-slide-container .slidev-layout');
  if (!slide) return { body: 'sans-serif', heading: 'sans-serif', code: 'monospace' };
  const style = getComputedStyle(slide);
  const body = style.getPropertyValue('font-family');
  return {
    body,
    heading: style.getPropertyValue('--font-heading') || body,
    code: style.getPropertyValue('--font-code') || 'monospace',
  };
}
