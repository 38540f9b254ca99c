import type Token from 'markdown-it/lib/token.mjs';
import { createMarkdown } from '../../src/content/parse/grammar.ts';
import { setFormula } from '../../src/content/summary/formula.ts';
import { CALLOUTS } from '../../src/content/summary/markup.ts';
import { labelsFor } from '../../src/deck/labels.ts';
import { normalize } from './text.ts';

const markdown = createMarkdown();
/** Speaker notes do not show on slides. */
markdown.renderer.rules.note = () => '';
markdown.core.ruler.push('box', ({ tokens, md, env }) => {
  for (const [index, { type }] of tokens.entries()) {
    const inline = tokens[index + 2];
    if (type !== 'blockquote_open' || tokens[index + 1]?.type !== 'paragraph_open' || !inline) continue;
    inline.children = withHead(inline, (text) => md.parseInline(text, env));
  }
});
markdown.renderer.rules.formula = (tokens, index) => formulaHtml(tokens[index]?.content ?? '', false);
markdown.renderer.rules.formula_block = (tokens, index) => formulaHtml(tokens[index]?.content ?? '', true);

function formulaHtml(tex: string, isBlock: boolean): string {
  const formula = setFormula(tex, isBlock);
  return 'html' in formula ? formula.html.replaceAll('&#x27;', "'") : '';
}

/** Of a quote that is a box: its head in place of its sign, which says what an empty one is. */
function withHead({ content, children }: Token, parse: (text: string) => readonly Token[]): Token[] {
  const [, sign = '', title = '', rest = ''] = /^\[!(\w+)\][+-]?[ \t]*(.*)([\s\S]*)$/.exec(content) ?? [];
  const kind = CALLOUTS.find((each) => each === sign.toLowerCase());
  if (!kind) return children ?? [];
  return [title || labelsFor('en')[kind], rest].flatMap((text) => parse(text)[0]?.children ?? []);
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
