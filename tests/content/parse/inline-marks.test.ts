import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../src/content/parse/body.ts';
import { createMarkdown } from '../../../src/content/parse/grammar.ts';
import { type Inline, plainText } from '../../../src/content/summary/markup.ts';

const markdown = createMarkdown();

/** Each mark as its name and brackets. */
function read(text: string): string {
  const [block] = parseBody(markdown, text, 0, text.split('\n')).blocks;
  return block?.type === 'paragraph' ? block.prose.inlines.map(brief).join('') : '';
}

function brief(inline: Inline): string {
  if ('children' in inline) return `${inline.type}(${inline.children.map(brief).join('')})`;
  return 'text' in inline ? inline.text : inline.type;
}

describe('marks beyond CommonMark', () => {
  it.each([
    ['this is ==important== here', 'this is marked(important) here'],
    ['==a **bold** `x == y` end==', 'marked(a strong(bold) x == y end)'],
    ['**a ==b==**', 'strong(a marked(b))'],
    ['这是==重点==内容', '这是marked(重点)内容'],
    ['==a **b== c**', 'marked(a **b) c**'],
    ['H~2~O and CO~2~', 'Hlowered(2)O and COlowered(2)'],
    ['x^2^ + y^n+1^, the 1^st^', 'xraised(2) + yraised(n+1), the 1raised(st)'],
    ['*x*^2^ and Ca^2+^', 'emphasis(x)raised(2) and Caraised(2+)'],
    [':rocket: go :+1:', '\u{1F680} go \u{1F44D}'],
    ['发布:tada:了', '发布\u{1F389}了'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'a == b == c, x=1==y, === and ==, a ==b',
    'about ~5 to ~6, ~/bin and ~/lib, 2^10 and 2^20, 10^6',
    '12:30:45, a::b::c, std::vector::iterator, 12:100:45, :nobody:',
    'https://example.org/:rocket:/a',
    '3~5个、6~8个',
    'a ^b^ and ~b~',
  ])('innocent: %s', (text) => {
    expect(read(text).replaceAll(/^link\(|\)$/g, '')).toBe(text);
  });

  it('a backslash makes text of them', () => {
    expect(read(String.raw`\==a== \:rocket: H\~2~O x\^2^`)).toBe('==a== :rocket: H~2~O x^2^');
  });

  it('numbers keep their meaning where there are no marks', () => {
    const [block] = parseBody(markdown, '10^6^ users, H~2~O, x^n-1^', 0, []).blocks;
    expect(block?.type === 'paragraph' && plainText(block.prose.inlines)).toBe('10⁶ users, H₂O, xn⁻¹');
  });
});
