import { PDFArray, type PDFContext, PDFDict, PDFName, PDFRef } from 'pdf-lib';

const KIDS = PDFName.of('K');
const STRUCTURE_TYPE = PDFName.of('S');

/** The structure elements below one, or below the root of the tree, in reading order. */
export function* walkTags(
  context: PDFContext,
  parent: PDFDict,
): Generator<{ readonly ref: PDFRef; readonly element: PDFDict }> {
  const kids = parent.lookup(KIDS);
  const entries = kids instanceof PDFArray ? kids.asArray() : [parent.get(KIDS)];
  for (const ref of entries) {
    if (!(ref instanceof PDFRef)) continue; // marked content: a number, or a dictionary in place
    const element = context.lookup(ref);
    if (!(element instanceof PDFDict) || !element.has(STRUCTURE_TYPE)) continue;
    yield { ref, element };
    yield* walkTags(context, element);
  }
}
