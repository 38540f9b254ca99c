import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';

export interface TagCheck {
  /** Inconsistencies, in words. */
  readonly problems: readonly string[];
  readonly elements: number;
  readonly marks: number;
  readonly links: number;
  readonly headers: number;
}

const key = (name: string) => PDFName.of(name);
const MARK = /\/(\w+)\s*<<\s*\/MCID (\d+)[^>]*>>\s*BDC/g;

/**
 * Walks the tag tree from the root, and the pages from their content (ISO 32000-1, 14.7): the parent tree must map each
 * piece of marked content and each link to an element that claims it and is in the tree.
 */
export async function checkTags(bytes: Uint8Array): Promise<TagCheck> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = pdf;
  const root = catalog.lookup(key('StructTreeRoot'), PDFDict);
  const rootRef = catalog.get(key('StructTreeRoot'));
  const problems: string[] = [];
  const elements = new Map<PDFObject, PDFDict>();
  const walk = (parent: PDFDict, parentRef: PDFObject | undefined) => {
    for (const kid of listOf(parent.get(key('K')))) {
      const element = context.lookup(kid);
      if (!(kid instanceof PDFRef && element instanceof PDFDict && element.has(key('S')))) continue;
      if (elements.has(kid)) problems.push(`${kid} stands in the tree twice`);
      if (element.get(key('P')) !== parentRef) problems.push(`${kid} names another parent`);
      elements.set(kid, element);
      walk(element, kid);
    }
  };
  const listOf = (kids: PDFObject | undefined): readonly PDFObject[] => {
    const list = context.lookup(kids);
    if (list instanceof PDFArray) return list.asArray();
    return kids ? [kids] : [];
  };
  walk(root, rootRef);

  const parents = new Map(numbersOf(context.lookup(root.get(key('ParentTree')))));
  const next = root.lookup(key('ParentTreeNextKey'), PDFNumber).asNumber();
  if ([...parents.keys()].some((number) => number >= next)) problems.push('a key is not below the next key');
  function numbersOf(node: PDFObject | undefined): readonly (readonly [number, PDFObject])[] {
    if (!(node instanceof PDFDict)) return [];
    const kids = node.lookup(key('Kids'));
    if (kids instanceof PDFArray) return kids.asArray().flatMap((kid) => numbersOf(context.lookup(kid)));
    const flat = node.lookup(key('Nums'), PDFArray).asArray();
    return flat.flatMap((entry, at) => {
      const value = flat[at + 1];
      return at % 2 === 0 && entry instanceof PDFNumber && value ? [[entry.asNumber(), value] as const] : [];
    });
  }
  const used = new Set<number>();
  const parentOf = (dict: PDFDict, name: string, where: string): PDFObject | undefined => {
    const number = dict.lookup(key(name));
    if (!(number instanceof PDFNumber)) return undefined;
    if (used.has(number.asNumber())) problems.push(`${where} shares its key`);
    used.add(number.asNumber());
    return parents.get(number.asNumber());
  };

  let marks = 0;
  let links = 0;
  for (const [index, page] of pdf.getPages().entries()) {
    const where = `page ${index + 1}`;
    const claims = context.lookup(parentOf(page.node, 'StructParents', where));
    for (const [, type, id] of drawing(page.node.Contents()).matchAll(MARK)) {
      marks += 1;
      const ref = claims instanceof PDFArray ? claims.get(Number(id)) : undefined;
      const element = ref && elements.get(ref);
      if (!element) problems.push(`${where}: no element for /${type} ${id}`);
      else if (!claimsMark(element, Number(id), page.ref))
        problems.push(`${where}: ${ref} does not claim ${id}`);
    }
    for (const entry of page.node.Annots()?.asArray() ?? []) {
      const annotation = context.lookup(entry, PDFDict);
      links += 1;
      const ref = parentOf(annotation, 'StructParent', `a link on ${where}`);
      const element = ref && elements.get(ref);
      const claimed = listOf(element?.get(key('K'))).some((kid) => {
        const object = context.lookup(kid);
        return object instanceof PDFDict && object.get(key('Obj')) === entry;
      });
      if (!claimed) problems.push(`${where}: no element for a link`);
    }
  }
  function claimsMark(element: PDFDict, id: number, page: PDFRef): boolean {
    return listOf(element.get(key('K'))).some((kid) => {
      const mark = context.lookup(kid);
      if (mark instanceof PDFNumber) return mark.asNumber() === id && element.get(key('Pg')) === page;
      if (!(mark instanceof PDFDict) || mark.has(key('S'))) return false;
      const on = mark.get(key('Pg')) ?? element.get(key('Pg'));
      return String(mark.get(key('MCID'))) === `${id}` && on === page;
    });
  }
  function drawing(contents: PDFObject | undefined): string {
    return listOf(contents)
      .map((part) => context.lookup(part))
      .map((part) => (part instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(part).decode()) : ''))
      .join('\n');
  }

  const ids = new Map<string, PDFObject>();
  const tree = root.lookupMaybe(key('IDTree'), PDFDict)?.lookupMaybe(key('Names'), PDFArray)?.asArray() ?? [];
  for (const [at, entry] of tree.entries()) {
    const ref = tree[at + 1];
    if (at % 2 === 0 && ref) ids.set(textOf(entry), ref);
  }
  if ([...ids.keys()].join() !== [...ids.keys()].sort().join()) problems.push('ids are not in order');
  let headers = 0;
  for (const [ref, element] of elements) {
    const id = element.lookup(key('ID'));
    if (id && ids.get(textOf(id)) !== ref) problems.push(`${ref} is not found by its id`);
    for (const attribute of listOf(element.get(key('A')))) {
      const owner = context.lookup(attribute);
      const names = owner instanceof PDFDict ? owner.lookup(key('Headers')) : undefined;
      for (const name of names instanceof PDFArray ? names.asArray() : []) {
        headers += 1;
        const header = elements.get(ids.get(textOf(name)) ?? name);
        if (header?.get(key('S')) !== key('TH')) problems.push(`${ref} names no header`);
        else if (tableOf(header) !== tableOf(element)) problems.push(`${ref} names another table's header`);
      }
    }
  }
  function tableOf(element: PDFDict): PDFObject | undefined {
    let at: PDFDict | undefined = element;
    while (at && at.get(key('S')) !== key('Table')) at = at.lookupMaybe(key('P'), PDFDict);
    return at;
  }
  return { problems, elements: elements.size, marks, links, headers };
}

function textOf(object: PDFObject): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '';
}
