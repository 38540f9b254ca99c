import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { toMarkdown } from 'mdast-util-to-markdown';
import { linkTarget } from '../content/summary/asset.ts';
import {
  type Block,
  type BlockOf,
  type ImageRef,
  type Inline,
  type ListItem,
  type Prose,
  plainText,
} from '../content/summary/markup.ts';
import type { Labels } from '../deck/labels.ts';

/** A Markdown node as the library writes it, by the specification of mdast. */
type Node<T> = Extract<Parameters<typeof toMarkdown>[0], { readonly type: T }>;
type RootContent = Node<'root'>['children'][number];
export type BlockContent = Node<'blockquote'>['children'][number];
export type PhrasingContent = Node<'paragraph'>['children'][number];

/** Facts about a document that a summary's text depends on. */
export interface MarkdownContext {
  /** Fixed words in the summary's language. */
  readonly labels: Labels;
  /** Level of headings within sections: 1 to 6. */
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** Address of a picture or video; null if the file is missing. */
  picture(ref: ImageRef): string | null;
  /** 1-based number of a footnote in the document, which has its text at the end. */
  footnote(label: string, note: Prose): number;
}

/**
 * Writes nodes as GitHub's Markdown (tables, footnotes, alerts, formulas, diagrams). All text that would be read as
 * markup is escaped, HTML too.
 */
export function markdownOf(nodes: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...nodes] },
    {
      bullet: '-',
      rule: '-',
      listItemIndent: 'one',
      tightDefinitions: true,
      extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()],
    },
  ).trimEnd();
}

/** Text without markup, on one line. */
export function markdownText(value: string): string {
  return markdownOf([paragraph([{ type: 'text', value: value.replaceAll(/\s+/g, ' ') }])]);
}

export function inlineNodes(inlines: readonly Inline[], context: MarkdownContext): PhrasingContent[] {
  return inlines.flatMap((inline) => oneInline(inline, context));
}

export function blockNodes(blocks: readonly Block[], context: MarkdownContext): BlockContent[] {
  return blocks.flatMap((block) => oneBlock(block, context));
}

export function paragraph(children: readonly PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children: [...children] };
}

export function proseNode({ inlines }: Prose, context: MarkdownContext): BlockContent {
  return paragraph(inlineNodes(inlines, context));
}

/** @param start number of the first item; null for a list with bullets */
export function listNode(items: readonly (readonly BlockContent[])[], start: number | null): BlockContent {
  const spread = items.some((blocks) => blocks.filter(({ type }) => type !== 'list').length > 1);
  return {
    type: 'list',
    ordered: start !== null,
    ...(start !== null && { start }),
    spread,
    children: items.map((blocks) => ({ type: 'listItem', spread, children: [...blocks] })),
  };
}

export function itemBlocks(items: readonly ListItem[], context: MarkdownContext) {
  return items.map(({ blocks }) => blockNodes(blocks, context));
}

export function tableNode(
  { header, align, rows }: Pick<BlockOf<'table'>, 'header' | 'align' | 'rows'>,
  context: MarkdownContext,
): BlockContent {
  const row = (cells: readonly Prose[]): Node<'tableRow'> => ({
    type: 'tableRow',
    children: cells.map(({ inlines }) => ({ type: 'tableCell', children: inlineNodes(inlines, context) })),
  });
  return { type: 'table', align: [...align], children: [header, ...rows].map(row) };
}

/** A picture; a video becomes a link; only the description if the file is missing. */
export function pictureNodes(
  ref: Omit<ImageRef, 'caption'> & { readonly caption?: string | null },
  context: MarkdownContext,
): PhrasingContent[] {
  const { caption = null, ...image } = ref;
  const url = context.picture(image);
  if (url === null) return ref.alt === '' ? [] : [{ type: 'text', value: ref.alt }];
  return [{ type: 'image', url, alt: ref.alt, title: caption }];
}

function oneInline(inline: Inline, context: MarkdownContext): PhrasingContent[] {
  switch (inline.type) {
    case 'text':
      return [{ type: 'text', value: inline.text }];
    case 'code':
      return [{ type: 'inlineCode', value: inline.text }];
    case 'break':
      return [{ type: 'break' }];
    case 'formula':
      return [{ type: 'inlineMath', value: inline.tex }];
    case 'image':
      return pictureNodes(inline.image, context);
    case 'footnote': {
      const number = context.footnote(inline.label, inline.note);
      return [{ type: 'footnoteReference', identifier: `${number}`, label: `${number}` }];
    }
    case 'link': {
      const target = linkTarget(inline.href);
      const children = inlineNodes(inline.children, context);
      // Anchors depend on where a document is shown.
      return target.type === 'web' ? [{ type: 'link', url: target.href, children }] : children;
    }
    case 'lowered':
    case 'raised':
      return [{ type: 'text', value: plainText([inline]) }];
    case 'strike':
      return [{ type: 'delete', children: inlineNodes(inline.children, context) }];
    case 'marked':
      return [{ type: 'strong', children: inlineNodes(inline.children, context) }];
    default:
      return [{ type: inline.type, children: inlineNodes(inline.children, context) }];
  }
}

function oneBlock(block: Block, context: MarkdownContext): BlockContent[] {
  switch (block.type) {
    case 'paragraph':
      return [proseNode(block.prose, context)];
    case 'heading': {
      const children = inlineNodes(block.prose.inlines, context);
      return [{ type: 'heading', depth: context.depth, children }];
    }
    case 'list':
      return [listNode(itemBlocks(block.items, context), block.ordered ? block.start : null)];
    case 'table':
      return [tableNode(block, context)];
    case 'quote':
      return [{ type: 'blockquote', children: blockNodes(block.blocks, context) }];
    case 'callout': {
      // One of five fixed words, so not an author's markup.
      const kind: PhrasingContent = { type: 'html', value: `[!${block.kind.toUpperCase()}]` };
      const head = block.title && inlineNodes(block.title.inlines, context);
      const title = head ? [paragraph([{ type: 'strong', children: head }])] : [];
      const children = [paragraph([kind]), ...title, ...blockNodes(block.blocks, context)];
      return [{ type: 'blockquote', children }];
    }
    case 'definitions':
      return block.items.flatMap(({ term, meanings }) => {
        const head: PhrasingContent = { type: 'strong', children: inlineNodes(term.inlines, context) };
        return [
          paragraph([head]),
          listNode(
            meanings.map((blocks) => blockNodes(blocks, context)),
            null,
          ),
        ];
      });
    case 'code':
      return codeNodes(block.lang, block.text, block.marks?.name ?? null);
    case 'formula':
      return [{ type: 'math', value: block.tex.trim() }];
    case 'rule':
      return [{ type: 'thematicBreak' }];
    case 'note':
      return [];
  }
}

/** @param name of the file that the code is from */
export function codeNodes(lang: string, text: string, name: string | null): BlockContent[] {
  const caption = name === null ? [] : [paragraph([{ type: 'inlineCode', value: name }])];
  return [...caption, { type: 'code', lang: lang || null, value: text.replace(/\n$/, '') }];
}
