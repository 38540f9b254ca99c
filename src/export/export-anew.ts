import { isNewer } from '../base/changed.ts';
import type { Project } from '../base/project.ts';
import { meetupFolder, sharedFolder } from '../base/store.ts';
import { signInputs } from '../build/build-record.ts';
import { type Compilation, compile } from '../build/compile.ts';
import { type Written, writeCurrent } from '../build/write-current.ts';
import { describeBackups } from '../build/write-decks.ts';
import { type Finding, hasErrors, sortFindings } from '../findings/finding.ts';
import type { Bundler } from '../slidev/bundle/start-bundler.ts';
import { exportMeetup, type MeetupExport, type MeetupToExport } from './export-meetup.ts';
import { signExport, writeExportRecord } from './export-record.ts';
import { mergeMeetup } from './merge-meetup.ts';
import type { ExportReport, ExportRequest } from './plan.ts';
import { printableDecks } from './printable-decks.ts';
import { slideFindings, writePictures } from './slide-findings.ts';

/**
 * An export whose stamp says nothing: see exportProject. What is made of a deck with an error is not written; the
 * other decks are.
 *
 * @param bundler loads Slidev while the content is compiled; null where parts of others are joined
 * @param leavesStamp so that the next export can tell whether anything has changed
 */
export async function exportAnew(
  project: Project,
  request: ExportRequest,
  bundler: Bundler | null,
  leavesStamp: boolean,
): Promise<ExportReport> {
  const { browser, plan, merge, signal } = request;
  const began = Date.now();
  const before = signExport(project, browser, null);
  const inputs = signInputs(project, null);
  const first = compile(project);
  signal?.throwIfAborted();
  // Before anything is printed: what stands in the way in slides/ would cost minutes. What was saved since is in it.
  const early = first.value ? writeCurrent(project, inputs, first) : null;
  const { value, findings: ofContent } = early?.compiled ?? first;
  if (!early || !value) return { ...NOTHING, findings: ofContent };
  tellBackups(request, early);
  const meetup = meetupOf(project, value);
  const exported =
    bundler === null
      ? { ...(await mergeMeetup(meetup, merge)), shard: null, findings: [] }
      : await print(project, { ...meetup, bundler }, request);
  // Printing takes long enough for somebody to save.
  tellBackups(request, writeCurrent(project, early.signature ?? '', early.compiled));
  const { decks, whole, shard } = exported;
  const findings = sortFindings([...ofContent, ...exported.findings]);
  const { transcript, files } = value;
  const signed = signExport(project, browser, transcript);
  // What was saved meanwhile is not in these decks; without a stamp the next export sees it.
  const isOfNow = signExport(project, browser, null) === before && !isNewer(transcript, began);
  if (leavesStamp && isOfNow && !hasErrors(findings)) {
    const slides = files.map(({ path }) => path);
    writeExportRecord(project, plan, signed, { transcript, findings, decks, whole, slides });
  }
  return { isCompiled: true, isRepeated: false, findings, decks, whole, shard };
}

const NOTHING = { isCompiled: false, isRepeated: false, decks: [], whole: null, shard: null };

function tellBackups({ folder, onNote }: ExportRequest, { compiled, report }: Written): void {
  const decks = compiled.value?.decks.map(({ deck }) => deck) ?? [];
  for (const note of describeBackups(report, folder, decks)) onNote?.(note);
}

function meetupOf(project: Project, { front, hasOpening, decks, files }: Compilation): MeetupToExport {
  const { decks: printable, ...rest } = printableDecks(project, { decks: [front, ...decks], files });
  const [first, ...others] = printable;
  if (!first) throw new Error('a meetup has no front deck');
  return {
    ...rest,
    front: first,
    hasOpening,
    decks: others,
    outFolder: project.outFolder,
    printFolder: meetupFolder(project.root, 'print'),
    shellFolder: sharedFolder('shell'),
  };
}

async function print(
  project: Project,
  meetup: MeetupToExport,
  { plan, browser, onProgress, signal }: ExportRequest,
): Promise<MeetupExport & { readonly findings: readonly Finding[] }> {
  const exported = await exportMeetup(
    {
      ...meetup,
      ...(browser === undefined ? {} : { browserPath: browser }),
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    },
    plan,
  );
  writePictures(project, exported.result.pictures);
  return { ...exported, findings: slideFindings(exported.result) };
}
