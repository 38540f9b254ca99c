import { createHash } from 'node:crypto';
import { joinPdfs } from '../pdf/join-pdfs.ts';
import type { PrintableDeck } from '../print/types.ts';
import type { PrintCache } from './print-cache.ts';

export interface WholePdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * One PDF of the whole meetup: the front deck, every deck, the questions and answers.
 *
 * @param decks the front deck first
 * @param pdfs by slug
 */
export async function joinMeetup(
  decks: readonly PrintableDeck[],
  pdfs: ReadonlyMap<string, Uint8Array>,
  cache: PrintCache | null,
): Promise<WholePdf | null> {
  const [front, ...others] = decks;
  if (!front) return null;
  const parts = [front, ...others].flatMap(({ slug, title }, index) => {
    const pdf = pdfs.get(slug);
    return pdf ? [{ file: `${slug}.pdf`, pdf, title, prefix: index === 0 ? '' : `${index}-` }] : [];
  });
  if (parts.length < decks.length) return null;
  const key = keyOf(front, parts);
  const kept = cache?.get(key);
  const [file] = kept?.files ?? [];
  if (kept && file) return { pdf: file.bytes, pages: kept.pages };
  const { title, author, subject, lang } = front;
  const keywords = [...new Set(decks.flatMap((deck) => deck.keywords))];
  const { pdf, pages } = await joinPdfs(parts, { title, author, subject, keywords, lang });
  cache?.put(key, { files: [{ path: `pdf/${front.slug}.pdf`, bytes: pdf }], pages, warnings: [] });
  return { pdf, pages };
}

/** The parts' bytes say all that matters about the decks. */
function keyOf(
  { slug }: PrintableDeck,
  parts: readonly { readonly file: string; readonly pdf: Uint8Array; readonly title: string }[],
): string {
  const hash = createHash('sha256').update(JSON.stringify(['whole', 1, slug]));
  for (const { file, pdf, title } of parts) hash.update(`\0${file}\0${title}\0${pdf.length}\0`).update(pdf);
  return `whole-${hash.digest('hex').slice(0, 40)}`;
}
