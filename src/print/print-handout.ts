import type { Page } from 'playwright-core';
import type { Bundle } from '../slidev/job.ts';
import type { DeckSpan } from './deck-spans.ts';
import { layOutHandout } from './page/lay-out-handout.ts';
import { type PrintedSheets, printSheets, type SheetsDeck } from './products/sheets.ts';
import { PX_PER_MM } from './px-per-mm.ts';

/** Width of the column with the slide's number, in mm. */
const NUMBER = 8;
/** What the margins leave of A4, less what rounding may add, in mm. */
const SHEET_HEIGHT = 264.5;

/** By slides to a page: the room of a slide in mm, and where its notes stand. */
const ROOMS = {
  2: { width: 160, height: 90, notes: 'below' },
  3: { width: 100, height: 72, notes: 'beside' },
} as const;

/**
 * Prints the deck that stands on the page as a handout: on A4, each slide with its number, notes and citations. A
 * note that is longer than its row makes the row grow. The page is as before afterwards.
 */
export function printHandout(
  page: Page,
  deck: SheetsDeck,
  span: DeckSpan,
  bundle: Pick<Bundle, 'width' | 'height'>,
  perPage: keyof typeof ROOMS,
): Promise<PrintedSheets> {
  return printSheets(page, deck, span, layOutHandout, handoutCss(bundle, perPage));
}

function handoutCss(slide: Pick<Bundle, 'width' | 'height'>, perPage: keyof typeof ROOMS): string {
  const room = ROOMS[perPage];
  const isBeside = room.notes === 'beside';
  const mmPerPx = Math.min(room.width / slide.width, room.height / slide.height);
  return `
  .sheet-row {
    display: grid;
    grid-template: auto auto / ${NUMBER}mm ${room.width}mm ${isBeside ? '1fr' : ''};
    align-content: start;
    min-height: ${SHEET_HEIGHT / perPage}mm;
    padding-bottom: 6mm;
    break-inside: avoid;
  }
  .sheet-number { grid-area: 1 / 1; font-size: 10pt; line-height: 14pt; font-weight: 700 }
  .sheet-frame {
    grid-area: 1 / 2;
    position: relative;
    contain: strict;
    width: ${slide.width * mmPerPx}mm;
    height: ${slide.height * mmPerPx}mm;
  }
  .sheet-note {
    grid-area: ${isBeside ? '1 / 3' : '2 / 2'};
    ${isBeside ? 'padding-left: 6mm' : 'padding-top: 4mm'};
    font-size: 9.5pt;
    line-height: 15pt;
  }
  .sheet-sources { font-size: 7.5pt; line-height: 12pt }
  .print-slide-container {
    position: absolute;
    inset: 0 auto auto 0;
    transform: scale(${mmPerPx * PX_PER_MM}) !important;
    transform-origin: 0 0;
    break-after: auto !important;
  }
`;
}
