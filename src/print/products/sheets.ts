import type { Page } from 'playwright-core';
import type { DeckSpan } from '../deck-spans.ts';
import { deckUri } from '../deck-uri.ts';
import { loadFonts } from '../page/load-fonts.ts';
import { readFonts } from '../page/read-fonts.ts';
import { readNote } from '../page/read-note.ts';
import { type SheetLayout, type SheetsRequest, showSheets } from '../page/show-sheets.ts';
import { finishPdf } from '../pdf/finish-pdf.ts';
import { PX_PER_MM } from '../px-per-mm.ts';
import { sheetCss } from '../sheet-css.ts';
import type { PrintableDeck } from '../types.ts';

/** In CSS pixels. */
const A4 = { width: 210 * PX_PER_MM, height: 297 * PX_PER_MM };

export type SheetsDeck = Pick<PrintableDeck, 'title' | 'author' | 'subject' | 'keywords' | 'lang'>;

export interface PrintedSheets {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Prints what `layOut` makes of the deck that stands on the page, on A4. The page is as before afterwards, also when
 * printing fails.
 *
 * @param css of what `layOut` makes
 */
export async function printSheets(
  page: Page,
  deck: SheetsDeck,
  { first }: DeckSpan,
  layOut: SheetLayout,
  css: string,
): Promise<PrintedSheets> {
  const { title, author, subject, keywords, lang } = deck;
  const fonts = await page.evaluate(readFonts);
  const request: SheetsRequest = { first, title, author, lang, css: sheetCss(title, fonts, css) };
  // The functions are sent as text, and know of nothing else.
  const restore = await page.evaluateHandle<() => void>(
    `(${showSheets})(${JSON.stringify(request)}, { layOut: ${layOut}, readNote: ${readNote} })`,
  );
  try {
    await page.evaluate(loadFonts, { font: `8pt ${fonts.body}`, text: title });
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
    const { pdf, pages } = await finishPdf(bytes, {
      facts: { title, author, subject, keywords, lang, outline: [], labels: [] },
      slide: A4,
      pageOf: [],
      // By name: whether the PDFs there have a page for each click is not for these sheets to say.
      linkTo: (slug, no) => deckUri('../pdf', slug, no, true),
    });
    return { pdf, pages };
  } finally {
    await restore.evaluate((run) => run());
    await restore.dispose();
  }
}
