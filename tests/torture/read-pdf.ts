import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface StructNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

/** The text of each page in tag order, which is the reading order. */
export async function readPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    /** By the ID of the enclosing tag. */
    const texts = new Map<string, string>();
    const open: string[] = [];
    for (const item of items) {
      if ('str' in item) {
        const id = open.at(-1) ?? '';
        texts.set(id, (texts.get(id) ?? '') + item.str);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? open.at(-1) ?? '');
    }
    const tree = (await page.getStructTree()) as StructNode | null;
    pages.push(
      tree
        ? contentIds(tree)
            .map((id) => texts.get(id) ?? '')
            .join('')
        : '',
    );
  }
  await task.destroy();
  return pages;
}

function contentIds(node: StructNode): readonly string[] {
  if (node.type === 'content') return node.id === undefined ? [] : [node.id];
  return (node.children ?? []).flatMap(contentIds);
}
