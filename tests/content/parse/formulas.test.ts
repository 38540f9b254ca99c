import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../src/content/parse/body.ts';
import { createMarkdown } from '../../../src/content/parse/grammar.ts';
import { setFormula } from '../../../src/content/summary/formula.ts';
import type { Block, Inline } from '../../../src/content/summary/markup.ts';
import { formulaMarkdown } from '../../../src/render/formula.ts';
import { bodyFindings } from '../temp-meetup.ts';

const markdown = createMarkdown();

/** Formulas between `‹` and `›`. */
function read(text: string): string {
  return parseBody(markdown, text, 0, text.split('\n')).blocks.map(ofBlock).join(' / ');
}

function ofBlock(block: Block): string {
  if (block.type === 'formula') return `‹${block.tex}›`;
  if (block.type === 'paragraph') return block.prose.inlines.map(ofInline).join('');
  if (block.type === 'list') return block.items.flatMap(({ blocks }) => blocks.map(ofBlock)).join(' / ');
  return 'blocks' in block ? block.blocks.map(ofBlock).join(' / ') : block.type;
}

function ofInline(inline: Inline): string {
  if (inline.type === 'formula') return `‹${inline.tex}›`;
  if ('children' in inline) return inline.children.map(ofInline).join('');
  return 'text' in inline ? inline.text : inline.type;
}

describe('formulas', () => {
  it.each([
    ['costs $O(n^2)$ here', 'costs ‹O(n^2)› here'],
    ['for all $x$, $n - 1$ and $f(x)$', 'for all ‹x›, ‹n - 1› and ‹f(x)›'],
    ['其中$x_1$是', '其中‹x_1›是'],
    ['a $$y^2$$ b', 'a ‹y^2› b'],
    ['**so $a*b*c_1$**', 'so ‹a*b*c_1›'],
    ['$$ x = 1 $$', '‹ x = 1 ›'],
    ['a\n$$\nx\n\ny\n$$\nb', 'a / ‹\nx\n\ny\n› / b'],
    ['- $$\n  x\n  $$', '‹\nx\n›'],
    ['> $$x\n> y$$', '‹x\ny›'],
    ['```math\nx\n```', '‹x\n›'],
    ['$a \\$ b^2$', '‹a \\$ b^2›'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'It costs $5 and $10, $5-$10, $5/$10, US$20 or A$30',
    '$HOME/$PATH and $HOME$',
    '$a and then $b',
    '$5$ and $1,000$',
    'a $ b $ c',
    '$ x^2 $',
    '$x^2',
  ])('innocent: %s', (text) => {
    expect(read(text)).toBe(text);
  });

  it('a backslash and backticks make text of them', () => {
    expect(read('\\$x^2$ and `$x^2$`')).toBe('$x^2$ and $x^2$');
  });

  it.each([
    ['a $\\frac{1}{2$', '9:14 formula-malformed'],
    ['a $\\nope{x}$', '9:4 formula-malformed'],
    ['a $x + \\href{https://x.org}{y}$', '9:8 formula-malformed'],
    ['a $\\includegraphics{a.png}$', '9:4 formula-malformed'],
    ['a $\\htmlClass{b}{c}$', '9:4 formula-malformed'],
    ['a $\\def\\b{\\b\\b}\\b$', '9:4 formula-malformed'],
    ['> $$\n> x^2\n> y^^2\n> $$', '11:4 formula-malformed'],
    ['- a\n- $$\n  \\x\n  $$', '11:3 formula-malformed'],
    [`$$${'x + '.repeat(60)}y$$`, '9:3 formula-too-wide'],
    [`$$${'x'.repeat(2001)}$$`, '9:3 formula-malformed'],
  ])('%j', (text, place) => {
    const found = bodyFindings(`\n## T\n\n${text}\n`);
    expect(found).toEqual([place]);
  });

  it('a macro does not outlive its formula', () => {
    expect(setFormula('\\gdef\\mine{x}\\mine', false)).toHaveProperty('html');
    expect(setFormula('\\mine', false)).toHaveProperty('problem');
  });

  it('nothing of it is read by Markdown or Vue', () => {
    const html = formulaMarkdown('\\text{\\{\\{ a \\}\\} *b* <c>}', false);
    expect(html).toContain('&#123;&#123;');
    expect(html.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[{}*<>]/);
    expect(html).toMatch(/^<span class="formula" role="img" aria-label="[^"<>{}]*" v-pre>/);
  });
});
