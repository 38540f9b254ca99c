import { createMarkdown } from '../../src/content/parse/body.ts';
import { normalize } from './text.ts';

const markdown = createMarkdown();
/** Speaker notes stand on no slide. */
markdown.renderer.rules.note = () => '';

/** What a reader of a summary's Markdown sees, without blanks. */
export function renderedText(body: string): string {
  return textOfHtml(markdown.render(body));
}

/** The text of HTML that a renderer of Markdown has written, without blanks. */
export function textOfHtml(html: string): string {
  const text = html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
  return normalize(text).replaceAll(' ', '');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
