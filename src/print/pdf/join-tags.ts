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
  PDFStream,
  PDFString,
} from 'pdf-lib';
import type { CopiedPart } from './copy-part.ts';
import { makeNameTree, treeEntries } from './objects.ts';
import { renameTagIds } from './tags.ts';

type TaggedPart = Pick<CopiedPart, 'tags' | 'lang' | 'objects'> & { readonly title: string };

/**
 * Joins the structure trees of the parts into one (ISO 32000-1, 14.7): a document whose parts are those documents. Role
 * and class maps are merged; if they conflict, which those of one browser do not, the first wins.
 */
export function joinTags(
  { catalog, context }: PDFDocument,
  parts: readonly TaggedPart[],
  lang: string,
): void {
  const rootRef = context.nextRef();
  const documentRef = context.nextRef();
  const kids: PDFObject[] = [];
  const parents: PDFDict[] = [];
  const ids = new Map<string, PDFRef>();
  const maps = { RoleMap: context.obj({}), ClassMap: context.obj({}) };
  let next = 0;
  for (const [index, { tags, objects, ...part }] of parts.entries()) {
    shiftParents(context, objects, tags ? next : null);
    if (!tags) continue;
    const keys = parentEntries(context, tags).map(([key, value]) => [key + next, value] as const);
    const lowest = keys[0]?.[0];
    const highest = keys.at(-1)?.[0];
    if (lowest !== undefined && highest !== undefined) {
      parents.push(context.obj({ Limits: [lowest, highest], Nums: keys.flat() }));
      next = highest + 1;
    }
    for (const [id, ref] of renameTagIds(context, tags, `${index + 1}-cell-`)) ids.set(id, ref);
    for (const [name, map] of Object.entries(maps)) addMissing(map, tags.lookup(PDFName.of(name)));
    for (const kid of kidsOf(tags)) {
      adopt(context.lookup(kid), documentRef, part);
      kids.push(kid);
    }
  }
  if (kids.length === 0) return;
  const document = { Type: 'StructElem', S: 'Document', P: rootRef, Lang: PDFString.of(lang), K: kids };
  context.assign(documentRef, context.obj(document));
  const root = context.obj({
    Type: 'StructTreeRoot',
    K: documentRef,
    ParentTree: { Kids: parents.map((node) => context.register(node)) },
    ParentTreeNextKey: next,
    IDTree: makeNameTree(context, ids),
  });
  for (const [name, map] of Object.entries(maps)) if (map.keys().length > 0) root.set(PDFName.of(name), map);
  context.assign(rootRef, root);
  catalog.set(PDFName.of('StructTreeRoot'), rootRef);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
}

function parentEntries(context: PDFContext, tags: PDFDict): readonly (readonly [number, PDFObject])[] {
  const entries = treeEntries(context, tags.get(PDFName.of('ParentTree')), 'Nums');
  return entries.flatMap(([key, value]) =>
    key instanceof PDFNumber ? [[key.asNumber(), value] as const] : [],
  );
}

function kidsOf(tags: PDFDict): readonly PDFObject[] {
  const kids = tags.lookup(PDFName.of('K'));
  if (kids instanceof PDFArray) return kids.asArray();
  const only = tags.get(PDFName.of('K'));
  return only ? [only] : [];
}

/** Turns the documents into parts of the new one; each keeps its language. */
function adopt(
  element: PDFObject | undefined,
  parent: PDFRef,
  { title, lang }: Pick<TaggedPart, 'title' | 'lang'>,
): void {
  if (!(element instanceof PDFDict)) return;
  element.set(PDFName.of('P'), parent);
  if (element.get(PDFName.of('S')) !== PDFName.of('Document')) return;
  element.set(PDFName.of('S'), PDFName.of('Part'));
  element.set(PDFName.of('T'), PDFHexString.fromText(title));
  if (lang !== null) element.set(PDFName.of('Lang'), PDFString.of(lang));
}

function addMissing(map: PDFDict, more: PDFObject | undefined): void {
  if (!(more instanceof PDFDict)) return;
  for (const [key, value] of more.entries()) if (!map.has(key)) map.set(key, value);
}

/** For pages and forms, and for annotations and pictures (ISO 32000-1, 14.7.4.4). */
const KEYS = ['StructParents', 'StructParent'].map((key) => PDFName.of(key));

/**
 * Shifts the keys by which pages, annotations and drawings find their tags in the parent tree.
 * @param by null if there is no parent tree: older versions of Chromium write keys all the same; these are deleted
 */
function shiftParents(
  context: PDFContext,
  { first, last }: { readonly first: number; readonly last: number },
  by: number | null,
): void {
  for (let number = first; number <= last; number += 1) {
    const object = context.lookup(PDFRef.of(number));
    if (object) shift(object, by);
  }
}

function shift(object: PDFObject, by: number | null): void {
  if (object instanceof PDFStream) {
    shift(object.dict, by);
  } else if (object instanceof PDFArray) {
    for (const entry of object.asArray()) shift(entry, by);
  } else if (object instanceof PDFDict) {
    for (const key of KEYS) {
      const value = object.get(key);
      if (by === null) object.delete(key);
      else if (value instanceof PDFNumber) object.set(key, PDFNumber.of(value.asNumber() + by));
    }
    for (const value of object.values()) shift(value, by);
  }
}
