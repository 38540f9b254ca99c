import { PDFArray, PDFDict, PDFName } from 'pdf-lib';
import { textOf } from './text-of.ts';

const ACTION = PDFName.of('A');

/**
 * Where in its own document a link or an outline entry leads.
 * @returns undefined if it leads elsewhere or does nothing; null if it leads to a name that the document lacks
 */
export function destinationOf(
  item: PDFDict,
  named: ReadonlyMap<string, PDFArray>,
): PDFArray | null | undefined {
  const action = item.lookup(ACTION);
  const jumps = action instanceof PDFDict && action.lookup(PDFName.of('S')) === PDFName.of('GoTo');
  const place = item.lookup(PDFName.of('Dest')) ?? (jumps ? action.lookup(PDFName.of('D')) : undefined);
  if (place === undefined || place instanceof PDFArray) return place;
  return named.get(textOf(place) ?? '') ?? null;
}
