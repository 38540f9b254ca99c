import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a screen reader gets from a page. */
export interface ReadPage {
  /** Meaningful elements, such as `H1(Title)` or `Figure[its description]()`; leaves out those without a role. */
  readonly elements: readonly string[];
  /** Texts marked as decoration. */
  readonly artifacts: string;
  /** Texts that are neither read nor marked as decoration. */
  readonly lost: string;
}

type Tree = NonNullable<
  Awaited<ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getStructTree']>>
>;
type Node = Tree['children'][number];

/** Elements without meaning: Chromium 156's NonStruct is Div in 143. */
const TRANSPARENT: ReadonlySet<string> = new Set(['Root', 'Document', 'Part', 'Div', 'NonStruct', 'LBody']);

export async function readTags(pdf: PDFDocumentProxy): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const texts = new Map<string, string>();
    const open: string[] = [];
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    for (const item of items) {
      if (!('type' in item)) {
        const at = open.at(-1) ?? '';
        texts.set(at, `${texts.get(at) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? (item as { readonly tag?: string }).tag ?? '');
    }
    const tree = await page.getStructTree();
    const elements = tree ? tree.children.flatMap((node) => elementsOf(node, texts)) : [];
    const read = new Set(tree ? contentsOf(tree) : []);
    const lost = [...texts].filter(([id]) => id !== 'Artifact' && !read.has(id)).map(([, text]) => text);
    pages.push({ elements, artifacts: squeeze(texts.get('Artifact') ?? ''), lost: squeeze(lost.join('')) });
  }
  return pages;
}

function elementsOf(node: Node, texts: ReadonlyMap<string, string>): readonly string[] {
  if (!('role' in node)) return [];
  if (TRANSPARENT.has(node.role)) return node.children.flatMap((kid) => elementsOf(kid, texts));
  return [show(node, texts)];
}

function show(node: Node, texts: ReadonlyMap<string, string>): string {
  if (!('role' in node)) return node.type === 'content' ? squeeze(texts.get(node.id) ?? '') : '';
  const below = node.children.map((kid) => show(kid, texts)).filter((text) => text !== '');
  if (TRANSPARENT.has(node.role)) return below.join(' ');
  const { alt } = node as { readonly alt?: string };
  return `${node.role}${alt === undefined ? '' : `[${alt}]`}(${below.join(' ')})`;
}

function contentsOf(tree: Tree): readonly string[] {
  return tree.children.flatMap((node) => {
    if ('role' in node) return contentsOf(node);
    return node.type === 'content' ? [node.id] : [];
  });
}

/** Latin text breaks lines at spaces, Chinese text does not. */
function squeeze(text: string): string {
  return text
    .replaceAll(/(?<=[\x21-\x7e])\s+(?=[\x21-\x7e])/g, ' ')
    .replaceAll(/(?<![\x21-\x7e])\s|\s(?![\x21-\x7e])/g, '');
}
