import { createMarkdown } from '../../src/content/parse/body.ts';
import { normalize } from './text.ts';

const markdown = createMarkdown();
/** Speaker notes do not show on slides. */
markdown.renderer.rules.note = () => '';

/** What a reader sees of a summary's Markdown, without whitespace. */
export function renderedText(body: string): string {
  return textOfHtml(markdown.render(body));
}

/** The text of HTML written by a Markdown renderer, without whitespace. */
export function textOfHtml(html: string): string {
  const text = html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
  return normalize(text).replaceAll(' ', '');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
