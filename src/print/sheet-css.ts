import type { SheetFonts } from './page/read-fonts.ts';

const INK = '#17202b';
const FAINT = '#5c6470';
const RULE = '0.5pt solid #9aa1ab';

/**
 * How sheets of paper look: A4, with the deck's title and the page's number at the foot.
 *
 * @param own of one kind of sheet; as all that is in `@scope`, it does not reach into slides
 */
export function sheetCss(title: string, { body, heading, code }: SheetFonts, own: string): string {
  const foot = `font: 8pt/12pt ${body}; color: ${FAINT}; vertical-align: top; padding-top: 4mm`;
  return `
@page {
  size: 210mm 297mm;
  margin: 14mm 15mm 18mm;
  @bottom-left { content: ${cssString(title)}; text-align: left; ${foot} }
  @bottom-right { content: counter(page) " / " counter(pages); text-align: right; white-space: nowrap; ${foot} }
}
/* Paper is white where slides are dark, too; the browser fills the margins by the colour scheme. */
:root { color-scheme: light !important }
html, body, #app, #page-root, #print-container, #print-content { background: #fff !important }
#page-root { display: block !important }
#print-container, #print-content { width: auto !important; height: auto !important }
@scope (.sheets) to (.print-slide-container > *) {
  h1, h2, p, .sheet-note {
    margin: 0;
    color: ${INK};
    font-family: ${body};
    font-kerning: normal;
    font-variant-numeric: lining-nums;
    text-autospace: normal;
    text-spacing-trim: trim-start;
    line-break: strict;
    text-wrap: pretty;
    overflow-wrap: anywhere;
    orphans: 2;
    widows: 2;
  }
  h1, h2 { font-family: ${heading}; font-weight: 700; break-after: avoid }
  .sheet-frame::after { content: ''; position: absolute; inset: 0; border: ${RULE} }
  .sheet-note {
    & > * + * { margin-top: 0.6em }
    & :is(h3, h4, h5, h6) { font-size: 1em; font-weight: 700; break-after: avoid }
    & strong { font-weight: 700 }
    & em:lang(zh) { font-style: normal; text-decoration: underline dotted }
    & :is(ul, ol) { padding-left: 1.6em }
    & ul { list-style: disc }
    & ol { list-style: decimal }
    & li + li { margin-top: 0.3em }
    & blockquote { padding-left: 1em; border-left: 1.5pt solid #9aa1ab }
    & hr { border: 0; border-top: ${RULE} }
    & a { color: inherit; text-decoration: underline }
    & :is(code, pre) { background: none; color: ${INK}; font-family: ${code}; font-size: 0.9em; white-space: pre-wrap }
    & pre { padding: 0 }
    & pre code { font-size: 1em }
    & table { border-collapse: collapse }
    & :is(th, td) { padding: 0.2em 0.8em 0.2em 0; border-bottom: ${RULE}; text-align: left; vertical-align: top }
    & th { font-weight: 700 }
    & .sheet-sources { margin-top: 1.2mm; color: ${FAINT} }
  }
  ${own}
}
`;
}

/** A string of CSS that shows `text`. */
function cssString(text: string): string {
  const escaped = text.replaceAll(/[^\p{L}\p{N} ]/gu, (char) => `\\${char.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}
