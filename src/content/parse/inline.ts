import type Token from 'markdown-it/lib/token.mjs';
import { addAll } from '../../base/memory.ts';
import type { LineSpan } from '../../base/text.ts';
import type { Citation, ImageRef, Inline, InlineMark, Prose } from '../summary/markup.ts';
import { cutCitations } from './citation.ts';

const NESTING: Readonly<Record<string, InlineMark>> = {
  strong_open: 'strong',
  em_open: 'emphasis',
  s_open: 'strike',
  marked_open: 'marked',
  lowered_open: 'lowered',
  raised_open: 'raised',
};

/**
 * Parses the inline content of a markdown-it token and cuts out its citations.
 * @param lines all lines of the file
 * @param span the token's lines
 * @param footnote returns the text for a mark; without it, or if it returns null, the mark is text
 */
export function parseInline(
  tokens: readonly Token[],
  lines: readonly string[],
  span: LineSpan,
  footnote: (label: string) => Prose | null = () => null,
): Prose {
  const citations: Citation[] = [];
  const cut = (text: string): string => {
    const result = cutCitations(text, lines, span);
    addAll(citations, result.citations);
    return result.text;
  };
  const root: Inline[] = [];
  const open: { readonly close: (children: Inline[]) => Inline; readonly children: Inline[] }[] = [];
  const current = (): Inline[] => open.at(-1)?.children ?? root;

  for (const token of mergeText(tokens.map((each) => asMark(each, footnote)))) {
    const nesting = NESTING[token.type];
    if (nesting) {
      open.push({ close: (children) => ({ type: nesting, children }), children: [] });
    } else if (token.type === 'link_open') {
      const href = token.attrGet('href') ?? '';
      open.push({ close: (children) => ({ type: 'link', href, children }), children: [] });
    } else if (token.nesting < 0) {
      const group = open.pop();
      if (group) current().push(group.close(group.children));
    } else {
      const inline = leaf(token, cut);
      if (inline) current().push(inline);
    }
  }
  return { inlines: trimEnd(root), citations, lines: span };
}

function leaf(token: Token, cut: (text: string) => string): Inline | null {
  switch (token.type) {
    case 'text': {
      const text = joinLines(cut(token.content));
      return text === '' ? null : { type: 'text', text };
    }
    case 'code_inline':
      return { type: 'code', text: token.content };
    case 'hardbreak':
      return { type: 'break' };
    case 'formula':
      return { type: 'formula', tex: token.content };
    case 'footnote_ref':
      return { type: 'footnote', ...(token.meta as Mark) };
    case 'image':
      return {
        type: 'image',
        image: imageRef(token, cut),
      };
    default:
      throw new Error(`markdown-it token "${token.type}" has no inline counterpart`);
  }
}

interface Mark {
  readonly label: string;
  readonly note: Prose;
}

/** A mark without a footnote is text. */
function asMark(token: Token, footnote: (label: string) => Prose | null): Token {
  if (token.type !== 'footnote_ref') return token;
  const { label } = token.meta as { label: string };
  const note = footnote(label);
  if (!note) return Object.assign(token, { type: 'text', content: `[^${label}]` });
  return Object.assign(token, { meta: { label, note } satisfies Mark });
}

/** Joins runs of text that markdown-it splits at entities, failed marks and line ends. */
function mergeText(tokens: readonly Token[]): readonly Token[] {
  const merged: Token[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const text = token.type === 'softbreak' ? '\n' : token.type === 'text' ? token.content : null;
    if (text === null) merged.push(token);
    else if (last?.type === 'text') last.content += text;
    else merged.push(Object.assign(token, { type: 'text', content: text }));
  }
  return merged;
}

const WIDE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]`;
const WIDE_LINE_END = new RegExp(String.raw`(?<=${WIDE})\n(?=${WIDE})`, 'gu');

/** A line end in a paragraph becomes a space, or nothing between Chinese characters. */
function joinLines(text: string): string {
  return text.includes('\n') ? text.replace(WIDE_LINE_END, '').replaceAll('\n', ' ') : text;
}

/** The title in `![alt](src "title")` is the caption. */
function imageRef(token: Token, cut: (text: string) => string): ImageRef {
  const caption = cut(token.attrGet('title') ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const ref = { src: token.attrGet('src') ?? '', alt: altText(token.children ?? []) };
  return caption === '' ? ref : { ...ref, caption };
}

function altText(children: readonly Token[]): string {
  return children
    .map((child) => (child.type === 'image' ? altText(child.children ?? []) : child.content))
    .join('');
}

/** Removes the space left by a citation at the end. */
function trimEnd(inlines: Inline[]): readonly Inline[] {
  const last = inlines.at(-1);
  if (last?.type !== 'text') return inlines;
  const text = last.text.trimEnd();
  return text === '' ? trimEnd(inlines.slice(0, -1)) : [...inlines.slice(0, -1), { type: 'text', text }];
}
