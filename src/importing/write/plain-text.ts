import { stringify } from 'yaml';
import { oneLine } from '../../base/text.ts';
import { formatCitation } from '../../content/parse/citation.ts';
import { marksIn, withoutCuts } from '../../content/parse/field-marks.ts';
import type { LineRange } from '../meeting.ts';

/** Prepares text from a transcript for a summary: one line, without anything that would read as a citation. */
export function plainText(text: string): string {
  return oneLine(wellFormed(text)).replaceAll(CITATION_LIKE, '$1').trim();
}

/** Replaces unpaired surrogates, which cannot be encoded. */
function wellFormed(text: string): string {
  return text.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** Brackets with a line number, which would be read as a citation even if escaped. */
const CITATION_LIKE =
  /[[【［]\s*((?:[LlＬ](?:ines?)?\.?\s*\d|\d{1,5}\s?[-~–—～]\s?\d)[^\][【】［］\n]{0,60})[\]】］]|[(（](?=L\d)(L[^()（）\n]{1,60})[)）]/g;

/** Escapes text for a line of Markdown, so that it is shown literally. */
export function markdownText(text: string): string {
  return plainText(text)
    .replaceAll(/[\\`*_[\]<>{}~|$^]|=(?==)|:(?=[a-z+-][a-z\d_+-]*:)/g, '\\$&')
    .replaceAll(/&(?=#?\w{1,31};)/g, '\\&')
    .replaceAll(/:(?=\/\/)|(?<=\b(?:mailto|ftp)):/gi, '\\:')
    .replace(/^([#+=-]|\d{1,9}(?=[.)]))/, (sign) => (/\d/.test(sign) ? sign : `\\${sign}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

export function citation(lines: LineRange): string {
  return `[${formatCitation(lines)}]`;
}

/** Text for a field of front matter, which is shown as it is: without anything that is certainly Markdown. */
export function fieldText(text: string): string {
  let plain = plainText(text);
  // Removing markup may reveal more.
  for (let marks = marksIn(plain); marks.length > 0; marks = marksIn(plain)) {
    const [{ start, end, cuts } = { start: 0, end: 0, cuts: null }] = marks;
    plain = withoutCuts(plain, cuts ?? [{ start, end, text: wordsOf(plain.slice(start, end)) }]);
  }
  return oneLine(plain);
}

/** The text of a link, picture, formula, footnote, tag or strikethrough. */
function wordsOf(markup: string): string {
  const words = markup
    .replace(/^!?\[([^\]^][^\]]*)?\]\(.*\)$/s, '$1')
    .replace(/^\[\^.*\]$/, '')
    .replace(/^(\$\$?|~~|[~^])(.*)\1$/s, '$2')
    .replaceAll(/<[^<>]*>/g, ' ');
  return words === markup ? markup.replaceAll(/[*_`~=$^\\[\]<>&!]/g, '') : words;
}

/** A value for front matter. */
export function yamlText(text: string): string {
  return stringify(text, {
    lineWidth: 0,
    blockQuote: false,
    defaultStringType: needsQuotes(text) ? 'QUOTE_DOUBLE' : 'PLAIN',
  }).trimEnd();
}

/** Quotes are used even where YAML needs none yet, because people who edit the value may not notice when it does. */
function needsQuotes(text: string): boolean {
  return /[:#[\]{}]/.test(text);
}
