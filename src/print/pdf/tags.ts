import { type PDFContext, PDFDict, type PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { makeNameTree } from '../../pdf/make-name-tree.ts';
import { renameTagIds } from '../../pdf/rename-tag-ids.ts';
import { sortParents } from '../../pdf/sort-parents.ts';
import { walkTags } from '../../pdf/walk-tags.ts';

const STRUCTURE_TYPE = PDFName.of('S');

/** Types that came with PDF 2.0, and what readers of PDF 1.7 are to take them for. */
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
 * Makes the browser's tags such as readers of PDF 1.7 understand: types by names that they know, the language of
 * the deck instead of that of the page that all decks are shown on, headings that leave no level out, and ids that
 * do not depend on what else was printed.
 */
export function mendTags({ catalog, context }: PDFDocument, lang: string): void {
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (!root) return;
  root.set(PDFName.of('RoleMap'), context.obj(ROLES));
  for (const { element } of walkTags(context, root)) {
    if (element.get(STRUCTURE_TYPE) === PDFName.of('Document')) {
      element.set(PDFName.of('Lang'), PDFString.of(lang));
    }
  }
  mendHeadings(context, root);
  sortParents(context, root);
  root.set(PDFName.of('IDTree'), makeNameTree(context, renameTagIds(context, root, 'cell-')));
}

/** A `###` below a slide's `#` is the second level. */
function mendHeadings(context: PDFContext, root: PDFDict): void {
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
