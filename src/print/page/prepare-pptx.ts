import type { PageGlobals } from './dom.ts';

/**
 * Gives the slides that are shown the names that Slidev knows them by, `001-01`, counted from 1 in the deck, and the
 * document the class `pptx`, for a theme that says something in simpler shapes. Runs in the browser.
 */
export function nameForPptx(first: number): void {
  const { document } = globalThis as unknown as PageGlobals;
  document.querySelector('html')?.classList.add('pptx');
  for (const container of document.querySelectorAll('.print-slide-container')) {
    const number = Number(container.getAttribute('data-slide')) - first + 1;
    container.id = `${String(number).padStart(3, '0')}-01`;
  }
}
