import { relative } from 'node:path';
import { isNewer } from '../base/changed.ts';
import type { Project } from '../base/project.ts';
import { meetupFolder, sharedFolder } from '../base/store.ts';
import { signInputs } from '../build/build-record.ts';
import { type Compilation, compile } from '../build/compile.ts';
import { type Written, writeCurrent } from '../build/write-current.ts';
import { describeBackups } from '../build/write-decks.ts';
import { exportMeetup, type MeetupExport, type MeetupToExport } from '../export/export-meetup.ts';
import { signExport, writeExportRecord } from '../export/export-record.ts';
import { mergeMeetup } from '../export/merge-meetup.ts';
import { printableDecks } from '../export/printable-decks.ts';
import { slideFindings, writePictures } from '../export/slide-findings.ts';
import { type Finding, hasErrors } from '../findings/finding.ts';
import { clean } from '../findings/report/clean.ts';
import type { Bundler } from '../slidev/bundle/start-bundler.ts';
import { exportOutcome } from './export-outcome.ts';
import type { ExitCode, ExportOptions } from './flags.ts';
import { createProgress, stoppable } from './progress.ts';
import { report } from './report.ts';

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
  const { value, findings } = early?.compiled ?? first;
  if (!early || !value) {
    return report(options, { findings, facts: { decks: [] }, summary: 'Nothing was written.' });
  }
  sayBackups(options, project, early);
  const meetup = meetupOf(project, value);
  const exported =
    bundler === null
      ? await mergeMeetup(meetup, options.merge)
      : await print(options, project, { ...meetup, bundler });
  // Printing takes long enough for somebody to save.
  sayBackups(options, project, writeCurrent(project, early.signature ?? '', early.compiled));
  const outcome = exportOutcome(project, options.terminal.cwd, plan, exported, findings);
  const { transcript, files } = value;
  const signed = signExport(project, browser, transcript);
  // What was saved meanwhile is not in these decks; without a stamp the next export sees it.
  const isOfNow = signExport(project, browser, null) === before && !isNewer(transcript, began);
  if (leavesStamp && isOfNow && !hasErrors(outcome.findings)) {
    writeExportRecord(project, plan, signed, {
      transcript,
      findings: outcome.findings,
      decks: exported.decks,
      whole: exported.whole,
      slides: files.map(({ path }) => path),
    });
  }
  return report(options, outcome);
}

/** Says what became of decks that were edited by hand, and of those whose talk is gone. */
function sayBackups({ quiet, terminal }: ExportOptions, { slidesFolder }: Project, written: Written): void {
  const decks = written.compiled.value?.decks ?? [];
  const notes = describeBackups(
    written.report,
    relative(terminal.cwd, slidesFolder),
    decks.map(({ deck }) => deck),
  );
  if (!quiet) for (const note of notes) terminal.stderr.write(`${clean(note)}\n`);
}

function meetupOf(project: Project, { front, decks, files }: Compilation): MeetupToExport {
  const { decks: printable, ...rest } = printableDecks(project, { decks: [front, ...decks], files });
  const [first, ...others] = printable;
  if (!first) throw new Error('a meetup has no front deck');
  return {
    ...rest,
    front: first,
    decks: others,
    outFolder: project.outFolder,
    printFolder: meetupFolder(project.root, 'print'),
    shellFolder: sharedFolder('shell'),
  };
}

async function print(
  options: ExportOptions,
  project: Project,
  meetup: MeetupToExport,
): Promise<MeetupExport & { readonly findings: readonly Finding[] }> {
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
