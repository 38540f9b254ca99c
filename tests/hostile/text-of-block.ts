import MarkdownIt from 'markdown-it';
import { linkTarget } from '../../src/content/summary/asset.ts';
import type { Block, Inline } from '../../src/content/summary/markup.ts';
import { labelsFor } from '../../src/deck/labels.ts';
import { escapeUrl, type TextPlace } from '../../src/render/escape.ts';
import { expectInlines } from './expect-inlines.ts';
import { bare } from './text.ts';

/** What a reader sees of a block, without whitespace. */
export function textOfBlock(block: Block, place: TextPlace = 'slide'): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return textOf(block.prose.inlines, place);
    case 'list':
      return block.items
        .map(({ blocks }) => blocks.map((each) => textOfBlock(each, place)).join(''))
        .join('');
    case 'callout':
      return (
        textOf(block.title?.inlines ?? [{ type: 'text', text: labelsFor('en')[block.kind] }], place) +
        block.blocks.map((each) => textOfBlock(each, place)).join('')
      );
    case 'definitions':
      return block.items
        .map(
          ({ term, meanings }) =>
            textOf(term.inlines, place) +
            meanings
              .flat()
              .map((each) => textOfBlock(each, place))
              .join(''),
        )
        .join('');
    case 'quote':
      return block.blocks.map((each) => textOfBlock(each, place)).join('');
    case 'table':
      return [block.header, ...block.rows]
        .flat()
        .map(({ inlines }) => textOf(inlines, place))
        .join('');
    case 'code':
      return bare(block.text);
    default:
      return '';
  }
}

/** A note shows an image's alt text and a link's address. */
function textOf(inlines: readonly Inline[], place: TextPlace): string {
  if (place !== 'note') return expectInlines(inlines).text;
  return inlines
    .map((inline) => {
      if (inline.type === 'image') return bare(inline.image.alt);
      if (inline.type === 'footnote') return `(${textOf(inline.note.inlines, place)})`;
      if (!('children' in inline)) return expectInlines([inline]).text;
      const target = inline.type === 'link' ? linkTarget(inline.href) : null;
      return textOf(inline.children, place) + (target?.type === 'web' ? `(${shown(target.href)})` : '');
    })
    .join('');
}

const markdown = new MarkdownIt();

/** An address as Markdown shows it. */
function shown(href: string): string {
  return markdown.normalizeLinkText(escapeUrl(href).replaceAll(/[<>]/g, ''));
}
