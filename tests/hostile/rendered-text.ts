import { createMarkdown } from '../../src/content/parse/grammar.ts';
import { setFormula } from '../../src/content/summary/formula.ts';
import { normalize } from './text.ts';

const markdown = createMarkdown();
/** Speaker notes do not show on slides. */
markdown.renderer.rules.note = () => '';
markdown.renderer.rules.formula = (tokens, index) => formulaHtml(tokens[index]?.content ?? '', false);
markdown.renderer.rules.formula_block = (tokens, index) => formulaHtml(tokens[index]?.content ?? '', true);

function formulaHtml(tex: string, isBlock: boolean): string {
  const formula = setFormula(tex, isBlock);
  return 'html' in formula ? formula.html.replaceAll('&#x27;', "'") : '';
}

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
