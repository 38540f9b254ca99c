import type { Browser } from 'playwright-core';

/** A printed page, in CSS pixels. */
export const PAGE = { width: 980, height: 552 } as const;

const STYLE = `
  @page { margin: 0 }
  body { margin: 0; font: 20px sans-serif }
  section { box-sizing: border-box; width: 980px; height: 551px; overflow: hidden; break-after: page }
  section:last-child { break-after: auto }
  .chip::before { content: attr(data-chip) / ''; background: #ccd }
`;

export interface PrintHtmlOptions {
  readonly tagged?: boolean;
  /** HTML shown first by the same page: the browser continues its element numbering. */
  readonly shownBefore?: string;
}

/**
 * Prints with a real browser: one page per section, tagged, with an outline. The language is set on the page, as on the
 * page that shows all decks.
 */
export async function printHtml(
  browser: Browser,
  sections: readonly string[],
  { tagged = true, shownBefore = '' }: PrintHtmlOptions = {},
): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    if (shownBefore !== '') {
      await page.setContent(shownBefore);
      await page.pdf({ tagged });
    }
    const slides = sections.map((html, index) => `<section id="slide-${index + 1}">${html}</section>`);
    await page.setContent(
      `<html lang="fr"><title>As printed</title><style>${STYLE}</style>${slides.join('')}</html>`,
    );
    return await page.pdf({ ...PAGE, printBackground: true, tagged, outline: true });
  } finally {
    await page.close();
  }
}
