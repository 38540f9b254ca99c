import { writeFiles } from '../base/files.ts';
import type { PrintableDeck } from '../print/types.ts';
import type { ProductReport } from './deck-report.ts';
import type { WholePdf } from './join-meetup.ts';

/**
 * Writes the PDF of the whole meetup.
 *
 * @param outFolder absolute
 * @throws CliError where the folder cannot be written
 */
export function writeWhole(
  { slug }: PrintableDeck,
  { pdf, pages }: WholePdf,
  outFolder: string,
): ProductReport {
  const path = `pdf/${slug}.pdf`;
  writeFiles(outFolder, [{ path, content: pdf }]);
  return { kind: 'pdf', pages, bytes: pdf.length, files: [path] };
}
