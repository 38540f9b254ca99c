import type { SheetElement } from './sheet-dom.ts';

/**
 * Fills an element with a slide's speaker notes; the line that names their sources, the last one, gets the class
 * `sheet-sources`. Runs in the browser.
 *
 * @param html what Slidev made of the notes, which can do nothing (see ../../render/inert.ts)
 * @returns the element, or null where there are no notes
 */
export function readNote(html: string, element: SheetElement): SheetElement | null {
  if (html.trim() === '') return null;
  element.innerHTML = html;
  // As render/note-markdown.ts writes it: `Sources: L73-79, L85`.
  const pattern = /^[^:\n]+: L\d+(?:-\d+)?(?:, L\d+(?:-\d+)?)*$/;
  const last = element.lastElementChild;
  if (last?.tagName === 'P' && pattern.test(last.textContent.trim())) last.className = 'sheet-sources';
  return element;
}
