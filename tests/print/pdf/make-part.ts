import type { Browser } from 'playwright-core';
import { finishPdf } from '../../../src/print/pdf/finish-pdf.ts';
import type { PdfPart } from '../../../src/print/pdf/join-pdfs.ts';
import type { PdfFacts } from '../../../src/print/pdf/pdf-types.ts';
import { PAGE, type PrintHtmlOptions, printHtml } from './print-html.ts';

const table = (cell: string) => `<table><tr><th>head ${cell}<th>b<tr><td>${cell}<td>2</table>`;
const picture = `<img alt="A square" width="9" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">`;
const link = (to: string) => `<a href="${to}">${to.replace(/[^a-z0-9]+/g, ' ')}</a> `;

export const DECKS = {
  'front.pdf': [
    `<h1>Front</h1>${link('talkdeck:one/1')}${link('talkdeck:q%20a/2')}${link('#slide-2')}`,
    '<h1>Programme</h1>',
  ],
  'one.pdf': [
    `<h1>One</h1>${table('x')}${picture}`,
    `<h1>Two</h1>${link('talkdeck:q%20a/1')}${link('#slide-3')}${link('https://example.org/one.pdf#page=2')}`,
    `<h1>Three</h1>${link('#slide-1')}${link('talkdeck:elsewhere/2')}${link('talkdeck:one/9')}`,
  ],
  'q a.pdf': [
    `<h1>Questions</h1>${table('y')}${picture}${link('talkdeck:one/3')}`,
    `<h1>Answers</h1>${link('#slide-1')}${link('talkdeck:front/1')}`,
  ],
};
/** Facts about a part, by its file name, or about the merged PDF. */
export const factsOf = (title: string): PdfFacts => ({
  title,
  author: 'A',
  subject: 'S',
  keywords: ['k'],
  lang: title === 'one.pdf' ? 'en' : 'zh-CN',
  outline: [{ title: `${title} first`, page: 0, children: [{ title: 'below', page: 1, children: [] }] }],
  labels:
    title === 'one.pdf'
      ? [
          { from: 0, prefix: '', style: 'roman' },
          { from: 1, prefix: 'p', style: 'decimal' },
        ]
      : [],
});

/** Prints and finishes one part. */
export async function makePart(
  browser: Browser,
  file: string,
  html: readonly string[],
  prefix: string,
  options: PrintHtmlOptions = {},
): Promise<PdfPart> {
  const { pdf } = await finishPdf(await printHtml(browser, html, options), {
    facts: factsOf(file),
    slide: PAGE,
    pageOf: html.map((_, index) => index),
    // One link by page, one by name, as in RFC 8118.
    linkTo: (slug, no) =>
      `./${encodeURIComponent(slug)}.pdf#${slug === 'one' ? `page=${no}` : `nameddest=slide-${no}`}`,
  });
  return { file, pdf, prefix, title: `Deck ${file}` };
}
