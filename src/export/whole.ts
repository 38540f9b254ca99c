import { digestOfAll } from '../base/changed.ts';
import { joinPdfs } from '../print/pdf/join-pdfs.ts';
import type { PrintableDeck } from '../print/types.ts';
import type { PrintCache } from './cache.ts';

/** Cache for PDFs of whole meetups. */
export interface CachedWholes {
  readonly cache: PrintCache;
  /** See `environmentOf`: it also determines how parts are joined. */
  readonly environment: string;
}

export interface WholePdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** The decks in the PDF of the whole meetup, in order. */
export function wholeParts<D>({
  front,
  hasOpening = false,
  decks,
}: {
  readonly front: D;
  readonly hasOpening?: boolean;
  readonly decks: readonly D[];
}): readonly D[] {
  return hasOpening ? decks : [front, ...decks];
}

/**
 * Joins one PDF of the whole meetup: the opening, all decks, Q&A, the closing.
 *
 * @param front provides name and title
 * @param decks see `wholeParts`
 * @param pdfs by slug
 * @param kept null to join without the cache
 */
export async function joinMeetup(
  front: PrintableDeck,
  decks: readonly PrintableDeck[],
  pdfs: ReadonlyMap<string, Uint8Array>,
  kept: CachedWholes | null,
): Promise<WholePdf | null> {
  const parts = decks.flatMap(({ slug, title }, index) => {
    const pdf = pdfs.get(slug);
    return pdf
      ? [{ file: `${slug}.pdf`, pdf, bytes: pdf, title, prefix: index === 0 ? '' : `${index}-` }]
      : [];
  });
  if (parts.length < decks.length) return null;
  const key = kept && wholeKey(kept.environment, front, parts);
  const path = `pdf/${front.slug}.pdf`;
  const entry = key === null ? null : kept?.cache.get(key, [path]);
  const [file] = entry?.files ?? [];
  if (entry && file) return { pdf: file.bytes, pages: entry.pages };
  const { title, author, subject, lang } = front;
  const keywords = [...new Set(decks.flatMap((deck) => deck.keywords))];
  const { pdf, pages } = await joinPdfs(parts, { title, author, subject, keywords, lang });
  const files = [{ path, bytes: pdf }];
  if (key !== null) kept?.cache.put(key, { files, pages, warnings: [], pictures: [] });
  return { pdf, pages };
}

/** Digest of the parts' bytes, which cover everything relevant about the decks. */
export function wholeKey(
  environment: string,
  { slug }: PrintableDeck,
  parts: readonly { readonly file: string; readonly bytes: Uint8Array; readonly title: string }[],
): string {
  const decks = parts.flatMap(({ file, title, bytes }) => [file, title, bytes]);
  return `whole-${digestOfAll([environment, slug, ...decks], 'hex').slice(0, 40)}`;
}
