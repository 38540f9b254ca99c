import Handlebars from 'handlebars';
import { stringify } from 'yaml';

const handlebars = Handlebars.create();
handlebars.registerHelper('yaml', (text: string) =>
  stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd(),
);
handlebars.registerHelper('markdown', markdownText);
handlebars.registerHelper('join', (words: readonly string[], separator: string) => words.join(separator));

/**
 * A file of starter/ with its values. Each value says where it goes: `{{yaml title}}` is a value of front matter,
 * `{{markdown name}}` a run of text in a line; both show exactly what was typed.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, unknown>>): string {
  return handlebars.compile(template, { strict: true, noEscape: true })(values);
}

/** Signs that Markdown, or a summary's kinds and citations, would read otherwise. */
function markdownText(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#&|~!:@]/g, '\\$&');
}
