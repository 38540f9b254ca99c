import { writeFiles } from '../output/write-files.ts';
import type { PrintableDeck } from '../print/types.ts';
import type { ProductReport } from './deck-report.ts';
import { joinMeetup, type KeptWholes } from './join-meetup.ts';

/**
 * Writes the PDF of the whole meetup.
 *
 * @param decks the front deck first
 * @param pdfs by slug
 * @param outFolder absolute
 * @param kept null to join anew, and keep nothing
 * @returns null where a deck is missing: then nothing is written
 * @throws CliError where the folder cannot be written
 */
export async function writeWhole(
  decks: readonly PrintableDeck[],
  pdfs: ReadonlyMap<string, Uint8Array>,
  outFolder: string,
  kept: KeptWholes | null,
): Promise<ProductReport | null> {
  const [front] = decks;
  const joined = await joinMeetup(decks, pdfs, kept);
  if (!front || !joined) return null;
  const path = `pdf/${front.slug}.pdf`;
  writeFiles(outFolder, [{ path, content: joined.pdf }]);
  return { kind: 'pdf', pages: joined.pages, bytes: joined.pdf.length, files: [path] };
}
