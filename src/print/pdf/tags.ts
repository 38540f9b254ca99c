import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { makeNameTree, textOf, treeEntries } from './objects.ts';

const STRUCTURE_TYPE = PDFName.of('S');

/** Types from PDF 2.0, and the equivalents for readers of PDF 1.7. */
const ROLES = {
  Aside: 'Div',
  DocumentFragment: 'Div',
  Em: 'Span',
  FENote: 'Note',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
} as const;

/**
 * Makes the browser's tags suitable for readers of PDF 1.7: types with known names, the deck's language instead of that
 * of the page with all decks, headings that skip no level, list items with a body, and ids that do not depend on what
 * else was printed.
 */
export function fixTags({ catalog, context }: PDFDocument, lang: string): void {
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (!root) return;
  root.set(PDFName.of('RoleMap'), context.obj(ROLES));
  for (const { element } of walkTags(context, root)) {
    if (element.get(STRUCTURE_TYPE) === PDFName.of('Document')) {
      element.set(PDFName.of('Lang'), PDFString.of(lang));
    }
  }
  levelHeadings(context, root);
  nestItems(context, root);
  sortParents(context, root);
  root.set(PDFName.of('IDTree'), makeNameTree(context, renameTagIds(context, root, 'cell-')));
}

/**
 * Numbers the ids by which table cells refer to their headers, in reading order. The browser's own numbers depend on
 * what it showed before, and would clash between documents.
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

/** A `###` below a slide's `#` is the second level. */
function levelHeadings(context: PDFContext, root: PDFDict): void {
  const open: number[] = [];
  for (const { element } of walkTags(context, root)) {
    const [, digit] = /^\/H([1-6])$/.exec(String(element.get(STRUCTURE_TYPE))) ?? [];
    if (digit === undefined) continue;
    const level = Number(digit);
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    element.set(STRUCTURE_TYPE, PDFName.of(`H${open.length}`));
  }
}

/**
 * Puts the content of list items into a body (ISO 32000-1, 14.8.4.3.3). The existing element becomes the body, so that
 * references to it stay valid, and a new item is put around it.
 */
function nestItems(context: PDFContext, root: PDFDict): void {
  const items = new Map<PDFRef, PDFRef>();
  const elements = [...walkTags(context, root)];
  for (const { ref, element } of elements) {
    if (element.get(STRUCTURE_TYPE) !== PDFName.of('LI')) continue;
    const itemRef = context.nextRef();
    const own = element.lookup(KIDS);
    const isLabel = (kid: PDFObject) => {
      const label = context.lookup(kid);
      return label instanceof PDFDict && label.get(STRUCTURE_TYPE) === PDFName.of('Lbl');
    };
    const kids = own instanceof PDFArray ? own.asArray() : [];
    const labels = kids.filter(isLabel);
    for (const label of labels) context.lookup(label, PDFDict).set(PARENT, itemRef);
    if (labels.length > 0) element.set(KIDS, context.obj(kids.filter((kid) => !isLabel(kid))));
    const parent = element.get(PARENT) ?? null;
    context.assign(itemRef, context.obj({ Type: 'StructElem', S: 'LI', P: parent, K: [...labels, ref] }));
    items.set(ref, itemRef);
    element.set(STRUCTURE_TYPE, PDFName.of('LBody'));
    element.set(PARENT, itemRef);
  }
  for (const { element } of elements) {
    const kids = element.lookup(KIDS);
    const only = element.get(KIDS);
    if (kids instanceof PDFArray) {
      for (const [index, kid] of kids.asArray().entries()) {
        const item = kid instanceof PDFRef ? items.get(kid) : undefined;
        if (item) kids.set(index, item);
      }
    } else if (only instanceof PDFRef) element.set(KIDS, items.get(only) ?? only);
  }
}

const PARENT = PDFName.of('P');
const KIDS = PDFName.of('K');

/** The structure elements below an element, or below the root of the tree, in reading order. */
function* walkTags(
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

/** Sorts the parent tree, and updates its next free key: older versions of Chromium get both wrong. */
function sortParents(context: PDFContext, root: PDFDict): void {
  const entries = treeEntries(context, root.get(PDFName.of('ParentTree')), 'Nums').flatMap(([key, value]) =>
    key instanceof PDFNumber ? [{ key: key.asNumber(), value }] : [],
  );
  entries.sort((a, b) => a.key - b.key);
  const nums = entries.flatMap(({ key, value }) => [PDFNumber.of(key), value]);
  root.set(PDFName.of('ParentTree'), context.obj({ Nums: nums }));
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of((entries.at(-1)?.key ?? -1) + 1));
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
