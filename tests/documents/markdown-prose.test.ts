import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { labelsFor } from '../../src/deck/labels.ts';
import {
  listNode,
  markdownOf,
  markdownText,
  paragraph,
  proseNode,
} from '../../src/documents/markdown-prose.ts';
import { normalize } from '../hostile/text.ts';
import { VECTORS } from '../hostile/vectors.ts';

/** Reads all supported markup, including raw HTML, and adds nothing of its own. */
const reader = new MarkdownIt({ html: true, linkify: false, typographer: false });

describe('a text in Markdown', () => {
  it.each([
    ['alone', (text: string) => markdownText(text)],
    [
      'in a list',
      (text: string) => markdownOf([listNode([[paragraph([{ type: 'text', value: text }])]], null)]),
    ],
    [
      'in bold',
      (text: string) =>
        markdownOf([paragraph([{ type: 'strong', children: [{ type: 'text', value: `a${text}a` }] }])]),
    ],
  ])('reads as it was typed, whatever it holds: %s', (place, write) => {
    const wrong: unknown[] = [];
    for (const { text } of VECTORS) {
      const typed = normalize(text);
      if (typed === '') continue;
      const tokens = reader.parse(write(typed), {}).flatMap((token) => [token, ...(token.children ?? [])]);
      const read = tokens
        .flatMap(({ type, content }) =>
          type === 'text' || type === 'text_special' ? content : type === 'softbreak' ? ' ' : [],
        )
        .join('');
      const live = tokens.filter(({ type }) => /html|code|link|image|fence|heading|hr|table/.test(type));
      const expected = place === 'in bold' ? `a${typed}a` : typed;
      if (normalize(read) !== expected || live.length > 0)
        wrong.push({ typed, read, live: live.map(({ type }) => type) });
    }
    expect(wrong).toEqual([]);
  });

  it('keeps emphasis beside Chinese punctuation', () => {
    const lines = { first: 1, last: 1 };
    const inlines = [
      { type: 'strong', children: [{ type: 'text', text: '\u201c好\u201d' }] },
      { type: 'text', text: '了' },
    ] as const;
    const context = { labels: labelsFor('zh'), depth: 4, picture: () => null, footnote: () => 1 } as const;
    const written = markdownOf([proseNode({ inlines, citations: [], lines }, context)]);
    expect(reader.render(written)).toBe('<p><strong>\u201c好\u201d</strong>了</p>\n');
  });
});
