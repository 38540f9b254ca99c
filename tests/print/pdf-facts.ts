import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString } from 'pdf-lib';

/** Facts about a PDF. `links` has the 1-based target page of each internal link of a page, 0 for none. */
export interface PdfFacts {
  readonly pages: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly producer: string | undefined;
  readonly creator: string | undefined;
  readonly dated: boolean;
  readonly lang: string;
  readonly tagged: boolean;
  readonly outlined: boolean;
  readonly links: readonly (readonly (number | string)[])[];
}

export async function pdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const marks = pdf.catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict);
  return {
    pages: pdf.getPageCount(),
    size: pdf.getPage(0).getSize(),
    title: pdf.getTitle(),
    author: pdf.getAuthor(),
    producer: pdf.getProducer(),
    creator: pdf.getCreator(),
    dated: pdf.getCreationDate() !== undefined || pdf.getModificationDate() !== undefined,
    lang: text(pdf.catalog.lookup(PDFName.of('Lang'))),
    tagged:
      marks?.get(PDFName.of('Marked'))?.toString() === 'true' &&
      pdf.catalog.has(PDFName.of('StructTreeRoot')),
    outlined: pdf.catalog.has(PDFName.of('Outlines')),
    links: pdf.getPages().map((page) => {
      const annotations = page.node.Annots()?.asArray() ?? [];
      return annotations.flatMap((entry) => {
        const annotation = pdf.context.lookup(entry, PDFDict);
        const isLink = annotation.lookup(PDFName.of('Subtype')) === PDFName.of('Link');
        return isLink ? [linkTarget(pdf, annotation)] : [];
      });
    }),
  };
}

function linkTarget(pdf: PDFDocument, annotation: PDFDict): number | string {
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
  if (action?.has(PDFName.of('URI'))) return text(action.lookup(PDFName.of('URI')));
  let destination = annotation.lookup(PDFName.of('Dest')) ?? action?.lookup(PDFName.of('D'));
  if (destination && !(destination instanceof PDFArray)) destination = named(pdf, text(destination));
  if (destination instanceof PDFDict) destination = destination.lookup(PDFName.of('D'));
  if (!(destination instanceof PDFArray)) return 0;
  const reference = destination.get(0);
  return pdf.getPages().findIndex(({ ref }) => ref === reference) + 1;
}

/** The catalog has destinations either in a dictionary or in a name tree. */
function named(pdf: PDFDocument, name: string): PDFObject | undefined {
  const listed = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.lookup(PDFName.of(name));
  if (listed) return listed;
  const tree = pdf.catalog
    .lookupMaybe(PDFName.of('Names'), PDFDict)
    ?.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const search = (node: PDFDict | undefined): PDFObject | undefined => {
    const names = node?.lookupMaybe(PDFName.of('Names'), PDFArray);
    for (let at = 0; names && at < names.size(); at += 2) {
      if (text(names.lookup(at)) === name) return names.lookup(at + 1);
    }
    const kids = node?.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? [];
    for (const kid of kids) {
      const found = search(pdf.context.lookup(kid, PDFDict));
      if (found) return found;
    }
    return undefined;
  };
  return search(tree);
}

function text(value: PDFObject | undefined): string {
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
  return value instanceof PDFName ? value.decodeText() : '';
}
