import type { Page } from 'playwright-core';
import type { DeckSpan } from './deck-spans.ts';
import { layOutNotes } from './page/lay-out-notes.ts';
import { type PrintedSheets, printSheets, type SheetsDeck } from './products/sheets.ts';

const CSS = `
  :scope { padding: 4mm 8mm 0 }
  h1 { font-size: 22pt; line-height: 30pt; text-wrap: balance }
  .sheet-author { margin-top: 2mm; font-size: 12pt; line-height: 18pt }
  .sheet-slide { margin-top: 9mm; break-inside: avoid }
  .sheet-bare { margin-top: 5mm }
  h2 { display: grid; grid-template-columns: 14mm 1fr; font-size: 15pt; line-height: 24pt }
  .sheet-note { padding-left: 14mm; margin-top: 1.5mm; font-size: 15pt; line-height: 25pt }
  .sheet-sources { font-size: 10pt; line-height: 16pt }
`;

/**
 * Prints the notes of the deck that stands on the page, for its speaker: on A4, in large type, of each slide its
 * number, title, notes and citations. The page is as before afterwards.
 */
export function printNotes(page: Page, deck: SheetsDeck, span: DeckSpan): Promise<PrintedSheets> {
  return printSheets(page, deck, span, layOutNotes, CSS);
}
