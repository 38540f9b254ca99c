import type { Shape } from '../content/kinds/shapes.ts';
import type { ImageRef, Inline, Prose } from '../content/summary/markup.ts';
import { withSeparators } from '../render/chart.ts';
import {
  type BlockContent,
  blockNodes,
  codeNodes,
  inlineNodes,
  itemBlocks,
  listNode,
  type MarkdownContext,
  type PhrasingContent,
  paragraph,
  pictureNodes,
  proseNode,
  tableNode,
} from './markdown-prose.ts';

/** The main part of a section as Markdown. @param lang BCP 47, for numbers */
export function shapeNodes(shape: Shape, lang: string, context: MarkdownContext): BlockContent[] {
  const words = ({ inlines }: Prose) => inlineNodes(inlines, context);
  const optional = (prose: Prose | null) => (prose === null ? [] : [proseNode(prose, context)]);
  const picture = (image: ImageRef, caption: Prose | null) => [
    // The caption is a paragraph below.
    paragraph(pictureNodes({ ...image, caption: null }, context)),
    ...(caption === null ? [] : [paragraph([{ type: 'emphasis', children: words(caption) }])]),
  ];
  const pair = (head: readonly Inline[], rest: readonly Inline[], between: string) => {
    const children = inlineNodes(head, context);
    const [first, ...others] = inlineNodes(rest, context);
    const text = first?.type === 'text' ? { ...first, value: first.value.trimStart() } : first;
    const strong: PhrasingContent = { type: 'strong', children };
    return [paragraph([strong, { type: 'text', value: between }, ...(text ? [text] : []), ...others])];
  };
  switch (shape.kind) {
    case 'points':
      return [listNode(itemBlocks(shape.items, context), null)];
    case 'steps':
      return [listNode(itemBlocks(shape.items, context), shape.start)];
    case 'text':
      return blockNodes(shape.blocks, context);
    case 'table':
      return [tableNode(shape, context)];
    case 'bars': {
      const { measure, bars } = shape;
      const rows = bars.map(({ label, value }) => [
        label,
        { ...value, inlines: withSeparators(value.inlines, lang) },
      ]);
      return [tableNode({ header: [NOTHING, measure], align: [null, 'right'], rows }, context)];
    }
    case 'series':
    case 'stacks':
      return [tableNode({ header: shape.header, align: shape.align, rows: shape.table }, context)];
    case 'timeline':
      return [
        listNode(
          shape.moments.map(({ when, what }) => pair(when, what, ' \u00b7 ')),
          null,
        ),
      ];
    case 'stats':
      return [
        listNode(
          shape.stats.map(({ value, label }) => pair(value, label, ' ')),
          null,
        ),
      ];
    case 'quote': {
      const by = shape.attribution && [
        paragraph([{ type: 'text', value: '\u2014 ' }, ...words(shape.attribution)]),
      ];
      return [{ type: 'blockquote', children: [...blockNodes(shape.blocks, context), ...(by ?? [])] }];
    }
    case 'figure':
      return picture(shape.image, shape.caption);
    case 'full':
      return picture(shape.image, shape.line);
    case 'beside':
      return [...blockNodes(shape.blocks, context), ...picture(shape.image, shape.caption)];
    case 'pictures':
      return shape.pictures.flatMap(({ image, caption }) => picture(image, caption));
    case 'code':
      return codeNodes(shape.lang, shape.code, shape.marks?.name ?? null);
    case 'diagram':
      return codeNodes('mermaid', shape.source.trim(), null);
    case 'columns':
      return shape.columns.flatMap(({ title, blocks }): BlockContent[] => [
        { type: 'heading', depth: context.depth, children: words(title) },
        ...blockNodes(blocks, context),
      ]);
    case 'video': {
      const said = shape.words ? words(shape.words) : [];
      const children: PhrasingContent[] = said.length > 0 ? said : [{ type: 'text', value: shape.site }];
      return [paragraph([{ type: 'link', url: shape.href, children }])];
    }
    case 'divider':
      return optional(shape.line);
  }
}

const NOTHING: Prose = { inlines: [], citations: [], lines: { first: 0, last: 0 } };
