import { relative } from 'node:path';
import { type Compilation, compile } from '../compile.ts';
import { clean } from '../diagnostics/clean.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { exportMeetup, type MeetupExport, type MeetupToExport } from '../export/export-meetup.ts';
import { signExport, writeExportStamp } from '../export/export-stamp.ts';
import { mergeMeetup } from '../export/merge-meetup.ts';
import { signInputs } from '../output/build-stamp.ts';
import { describeKept } from '../output/describe-kept.ts';
import { isNewer } from '../output/is-newer.ts';
import type { Project } from '../project.ts';
import { shellFolder } from '../slidev/shell-folder.ts';
import type { Bundler } from '../slidev/start-bundler.ts';
import type { ExportOptions } from './export.ts';
import { exportOutcome } from './export-outcome.ts';
import type { ExitCode } from './options.ts';
import { printableDecks } from './printable-decks.ts';
import { createProgress } from './progress.ts';
import { report } from './report.ts';
import { slideFindings } from './slide-findings.ts';
import { stoppable } from './stoppable.ts';
import { type Written, writeCurrent } from './write-current.ts';
import { writePictures } from './write-pictures.ts';

/**
 * Brings slides/ up to date, looks at every slide, and prints what was asked for. What is made of a deck with an
 * error is not written; the other decks are.
 *
 * @param bundler loads Slidev while the content is compiled; null where parts of others are joined
 * @param leavesStamp so that the next export can tell whether anything has changed
 */
export async function exportAnew(
  options: ExportOptions,
  project: Project,
  bundler: Bundler | null,
  leavesStamp: boolean,
): Promise<ExitCode> {
  const { browser, plan } = options;
  const began = Date.now();
  const before = signExport(project, browser, null);
  const inputs = signInputs(project, null);
  const first = compile(project);
  // Before anything is printed: what stands in the way in slides/ would cost minutes. What was saved since is in it.
  const early = first.value ? writeCurrent(project, inputs, first) : null;
  const { value, diagnostics } = early?.compiled ?? first;
  if (!early || !value) {
    return report(options, { diagnostics, facts: { decks: [] }, summary: 'Nothing was written.' });
  }
  sayKept(options, project, early);
  const meetup = meetupOf(project, value);
  const exported =
    bundler === null
      ? await mergeMeetup(meetup, options.merge)
      : await print(options, project, { ...meetup, bundler });
  // Printing takes long enough for somebody to save.
  sayKept(options, project, writeCurrent(project, early.signature ?? '', early.compiled));
  const outcome = exportOutcome(project, plan, exported, diagnostics);
  const { transcript, files } = value;
  const signed = signExport(project, browser, transcript);
  // What was saved meanwhile is not in these decks; without a stamp the next export sees it.
  const isOfNow = signExport(project, browser, null) === before && !isNewer(transcript, began);
  if (leavesStamp && isOfNow && !hasErrors(outcome.diagnostics)) {
    writeExportStamp(project, plan, signed, {
      transcript,
      diagnostics: outcome.diagnostics,
      decks: exported.decks,
      whole: exported.whole,
      slides: files.map(({ path }) => path),
    });
  }
  return report(options, outcome);
}

/** Says what became of decks that were edited by hand, and of those whose talk is gone. */
function sayKept({ quiet }: ExportOptions, { slidesFolder }: Project, written: Written): void {
  const decks = written.compiled.value?.decks ?? [];
  const notes = describeKept(
    written.report,
    relative(process.cwd(), slidesFolder),
    decks.map(({ deck }) => deck),
  );
  if (!quiet) for (const note of notes) process.stderr.write(`${clean(note)}\n`);
}

function meetupOf(project: Project, { front, decks, files }: Compilation): MeetupToExport {
  const { decks: printable, ...rest } = printableDecks(project, { decks: [front, ...decks], files });
  const [first, ...others] = printable;
  if (!first) throw new Error('a meetup has no front deck');
  const { outFolder } = project;
  return { ...rest, front: first, decks: others, outFolder, shellFolder: shellFolder(outFolder) };
}

async function print(
  options: ExportOptions,
  project: Project,
  meetup: MeetupToExport,
): Promise<MeetupExport & { readonly findings: readonly Diagnostic[] }> {
  const { browser, plan } = options;
  const progress = createProgress(options);
  try {
    const exported = await stoppable('Every file is either as it was, or new and whole.', (signal) =>
      exportMeetup(
        {
          ...meetup,
          ...(browser === undefined ? {} : { browserPath: browser }),
          onProgress: progress.update,
          signal,
        },
        plan,
      ),
    );
    writePictures(project, exported.result.pictures);
    return { ...exported, findings: slideFindings(exported.result) };
  } finally {
    progress.stop();
  }
}
