import type { SheetGlobals } from './sheet-dom.ts';

/** Takes away what makeMarksReal has put into the slides. Runs in the browser. */
export function unmakeMarks(): void {
  const { document } = globalThis as unknown as SheetGlobals;
  for (const real of document.querySelectorAll('[data-real-mark]')) real.remove();
  for (const owner of document.querySelectorAll('[data-has-real]')) owner.removeAttribute('data-has-real');
}
