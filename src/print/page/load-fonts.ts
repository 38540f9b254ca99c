import type { SheetGlobals } from './sheet-dom.ts';

/**
 * Waits for the fonts of what stands on the page, and of a text that will stand in its margins: text that is printed
 * while its font is on the way is invisible. Runs in the browser.
 *
 * @param font as CSS has it, with size and family
 */
export async function loadFonts({
  font,
  text,
}: {
  readonly font: string;
  readonly text: string;
}): Promise<void> {
  const { document } = globalThis as unknown as SheetGlobals;
  await document.fonts.load(font, text);
  do {
    // A font is asked for when its text is laid out.
    document.querySelector('body')?.getBoundingClientRect();
    await document.fonts.ready;
  } while (document.fonts.status !== 'loaded');
}
