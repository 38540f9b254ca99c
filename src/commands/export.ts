import { join, relative } from 'node:path';
import { compile } from '../compile.ts';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { writeFiles } from '../output/write-files.ts';
import type { PrintedDeck } from '../print/print-decks.ts';
import { openProject } from '../project.ts';
import type { CommonOptions, ExitCode } from './options.ts';
import { printMeetup } from './print-meetup.ts';
import { createProgress } from './progress.ts';
import { report } from './report.ts';
import { writePictures } from './write-pictures.ts';

export interface ExportOptions extends CommonOptions {
  /** Path of a browser; by default one is looked for. */
  readonly browser: string | undefined;
}

/**
 * Looks at every slide, brings slides/ up to date and prints a PDF of each deck, in this order: nothing is written
 * while slides are looked at. The PDF of a deck with an error is not written.
 */
export async function exportPdf(options: ExportOptions): Promise<ExitCode> {
  const project = openProject(options.root);
  const { value, diagnostics } = compile(project);
  if (!value) {
    return report(options, { diagnostics, facts: { decks: [] }, summary: 'Nothing was written.' });
  }
  const progress = createProgress(options, value.decks.length, ['bundle', 'browser', 'audit', 'print']);
  try {
    const { printed, findings, pictures } = await printMeetup(project, value, {
      browser: options.browser,
      onProgress: progress.update,
    });
    progress.stop();
    writePictures(project, pictures);
    writeFiles(project.slidesFolder, value.files);
    const folder = join(project.outFolder, 'pdf');
    writeFiles(
      folder,
      printed.map(({ slug, pdf }) => ({ path: `${slug}.pdf`, content: pdf })),
    );
    return await reportExport(options, folder, printed, [...diagnostics, ...findings]);
  } finally {
    progress.stop();
  }
}

function reportExport(
  options: ExportOptions,
  folder: string,
  printed: readonly PrintedDeck[],
  diagnostics: readonly Diagnostic[],
): Promise<ExitCode> {
  const shown = relative(process.cwd(), folder) || '.';
  const decks = printed.map(({ slug, pages, pdf }) => ({
    deck: slug,
    file: join(folder, `${slug}.pdf`),
    pages,
    bytes: pdf.length,
  }));
  const lines = decks.map(({ deck, pages, bytes }) => {
    const size = `${Math.round(bytes / 1024)} kB`;
    return `  ${join(shown, `${deck}.pdf`)}  ${pages} pages, ${size}`;
  });
  return report(options, {
    diagnostics: sortDiagnostics(diagnostics),
    facts: { decks },
    summary: [`${printed.length} PDFs in ${shown}/`, ...lines].join('\n'),
  });
}
