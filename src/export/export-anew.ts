import { isNewer } from '../base/changed.ts';
import type { Project } from '../base/project.ts';
import { meetupFolder, sharedFolder } from '../base/store.ts';
import { signInputs } from '../build/build-record.ts';
import { type Compilation, compile } from '../build/compile.ts';
import { type Written, writeCurrent } from '../build/write-current.ts';
import { describeBackups } from '../build/write-decks.ts';
import { type Finding, hasErrors, sortFindings } from '../findings/finding.ts';
import type { Bundler } from '../slidev/bundle/start-bundler.ts';
import { signEnvironment } from './deck-key.ts';
import { exportMeetup, type MeetupExport, type MeetupToExport } from './export-meetup.ts';
import { signExport, writeExportRecord } from './export-record.ts';
import { mergeMeetup } from './merge-meetup.ts';
import { partAnew } from './part-anew.ts';
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
  const environment = signEnvironment(project.themeFolder, browser);
  const inputs = signInputs(project, null);
  const first = compile(project);
  signal?.throwIfAborted();
  // Before anything is printed: what stands in the way in slides/ would cost minutes. What was saved since is in it.
  let current = first.value ? writeCurrent(project, inputs, first) : null;
  if (!current?.compiled.value) return { ...NOTHING, findings: (current?.compiled ?? first).findings };
  tellBackups(request, current);
  const exported =
    bundler === null
      ? {
          ...(await mergeMeetup(meetupOf(project, current.compiled.value), merge)),
          shard: null,
          findings: [],
        }
      : await print(project, current.compiled.value, request, bundler);
  if ('parted' in exported && exported.parted) {
    const { compilation, signature } = exported.parted;
    current = writeCurrent(project, signature, { ...current.compiled, value: compilation });
    tellBackups(request, current);
  }
  const { value, findings: ofContent } = current.compiled;
  if (!value) return { ...NOTHING, findings: ofContent };
  // Printing takes long enough for somebody to save.
  tellBackups(request, writeCurrent(project, current.signature ?? '', current.compiled));
  const { decks, whole, shard } = exported;
  const findings = sortFindings([...ofContent, ...exported.findings]);
  const { transcript, files } = value;
  const signed = signExport(project, browser, transcript);
  // What was saved meanwhile is not in these decks; without a stamp the next export sees it.
  const isOfNow =
    signInputs(project, null) === current.signature &&
    signEnvironment(project.themeFolder, browser) === environment &&
    !isNewer(transcript, began);
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

interface PrintedMeetup extends MeetupExport {
  readonly findings: readonly Finding[];
  /** The decks that were printed, where some of them were set anew, and the signature of what they were made of. */
  readonly parted: { readonly compilation: Compilation; readonly signature: string } | null;
}

async function print(
  project: Project,
  first: Compilation,
  { plan, browser, onProgress, onNote, signal }: ExportRequest,
  bundler: Bundler,
): Promise<PrintedMeetup> {
  let started: Bundler | null = bundler;
  const look = (compilation: Compilation): Promise<MeetupExport> => {
    const ofThis = started;
    started = null;
    return exportMeetup(
      {
        ...meetupOf(project, compilation),
        ...(ofThis && { bundler: ofThis }),
        ...(browser === undefined ? {} : { browserPath: browser }),
        ...(onProgress && { onProgress }),
        ...(signal && { signal }),
      },
      plan,
    );
  };
  const {
    looked: exported,
    compilation,
    signature,
  } = await partAnew(project, first, {
    look,
    // Shards are of one meetup, whose decks none of them may change.
    failuresOf: ({ result }) => (plan.shard ? [] : result.failures),
    onHigher: (slides) => {
      for (const { slug, slide, higher } of slides)
        onNote?.(`Slide ${slide} of ${slug} was ${higher} px higher than estimated: it is set anew.`);
    },
  });
  writePictures(project, exported.result.pictures);
  const parted = signature === null ? null : { compilation, signature };
  return { ...exported, findings: slideFindings(exported.result), parted };
}
