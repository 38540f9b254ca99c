import { stringify } from 'yaml';
import { formatCitation } from '../../content/parse/citation.ts';
import { oneLine } from '../../content/validate/schema.ts';
import type { LineRange } from '../meeting.ts';

/** A text from a transcript as summaries take it: on one line, and nothing in it a citation that is none of ours. */
export function plainText(text: string): string {
  return oneLine(wellFormed(text)).replaceAll(CITATION_LIKE, '$1').trim();
}

/** Half a character of two units cannot be written. */
function wellFormed(text: string): string {
  return text.replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
}

/** Brackets with a line in them would be read as a citation, escaped or not. */
const CITATION_LIKE =
  /[[【［]\s*((?:[LlＬ](?:ines?)?\.?\s*\d|\d{1,5}\s?[-~–—～]\s?\d)[^\][【】［］\n]{0,60})[\]】］]|[(（](?=L\d)(L[^()（）\n]{1,60})[)）]/g;

/** A run of text in a line of Markdown; it shows exactly what stands in it. */
export function markdownText(text: string): string {
  return plainText(text)
    .replaceAll(/[\\`*_[\]<>{}~|]/g, '\\$&')
    .replaceAll(/&(?=#?\w{1,31};)/g, '\\&')
    .replaceAll(/:(?=\/\/)|(?<=\b(?:mailto|ftp)):/gi, '\\:')
    .replace(/^([#+=-]|\d{1,9}(?=[.)]))/, (sign) => (/\d/.test(sign) ? sign : `\\${sign}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

export function citation(lines: LineRange): string {
  return `[${formatCitation(lines)}]`;
}

/** A value of front matter. */
export function yamlText(text: string): string {
  return stringify(text, {
    lineWidth: 0,
    blockQuote: false,
    defaultStringType: needsQuotes(text) ? 'QUOTE_DOUBLE' : 'PLAIN',
  }).trimEnd();
}

/** Where YAML would do without, people who edit the value may not know when it does not any more. */
function needsQuotes(text: string): boolean {
  return /[:#[\]{}]/.test(text);
}
