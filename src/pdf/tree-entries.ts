import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject } from 'pdf-lib';

/**
 * The keys and values of a name tree (`Names`) or a number tree (`Nums`), in order (ISO 32000-1, 7.9.6 and 7.9.7).
 * Values may be references.
 */
export function treeEntries(
  context: PDFContext,
  node: PDFObject | undefined,
  leaf: 'Names' | 'Nums',
): readonly (readonly [key: PDFObject, value: PDFObject])[] {
  const dict = context.lookup(node);
  if (!(dict instanceof PDFDict)) return [];
  const kids = dict.lookup(PDFName.of('Kids'));
  if (kids instanceof PDFArray) return kids.asArray().flatMap((kid) => treeEntries(context, kid, leaf));
  const pairs = dict.lookup(PDFName.of(leaf));
  if (!(pairs instanceof PDFArray)) return [];
  const flat = pairs.asArray();
  return flat.flatMap((key, index) => {
    const value = index % 2 === 0 ? flat[index + 1] : undefined;
    const direct = context.lookup(key);
    return value && direct ? [[direct, value] as const] : [];
  });
}
