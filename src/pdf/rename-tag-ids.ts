import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, type PDFRef } from 'pdf-lib';
import { textOf } from './text-of.ts';
import { walkTags } from './walk-tags.ts';

/**
 * Numbers the ids by which cells of a table name their headers, in reading order. The browser's own numbers depend
 * on what it has shown before, and those of several documents would be the same.
 * @returns the element of each new id, for the root's IDTree
 */
export function renameTagIds(
  context: PDFContext,
  parent: PDFDict,
  prefix: string,
): ReadonlyMap<string, PDFRef> {
  const renamed = new Map<string, string>();
  const named = new Map<string, PDFRef>();
  const elements = [...walkTags(context, parent)];
  for (const { ref, element } of elements) {
    const id = textOf(element.lookup(PDFName.of('ID')));
    if (id === null) continue;
    const name = `${prefix}${renamed.size + 1}`;
    renamed.set(id, name);
    named.set(name, ref);
    element.set(PDFName.of('ID'), idString(name));
  }
  const done = new Set<PDFArray>();
  for (const { element } of elements) {
    for (const headers of headersOf(element)) {
      if (done.has(headers)) continue;
      done.add(headers);
      for (const [index, id] of headers.asArray().entries()) {
        const name = renamed.get(textOf(context.lookup(id)) ?? '');
        if (name !== undefined) headers.set(index, idString(name));
      }
    }
  }
  return named;
}

/** The lists of ids in the attributes of a cell (ISO 32000-1, table 349). */
function headersOf(element: PDFDict): readonly PDFArray[] {
  const attributes = element.lookup(PDFName.of('A'));
  const owners =
    attributes instanceof PDFArray
      ? attributes.asArray().map((_, at) => attributes.lookup(at))
      : [attributes];
  return owners
    .map((owner) => (owner instanceof PDFDict ? owner.lookup(PDFName.of('Headers')) : null))
    .filter((headers) => headers instanceof PDFArray);
}

function idString(id: string): PDFHexString {
  return PDFHexString.of(Buffer.from(id, 'latin1').toString('hex'));
}
