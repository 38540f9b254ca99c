import { isNewer } from '../base/changed.ts';
import { wording } from '../base/errors.ts';
import type { Project } from '../base/project.ts';
import { meetupFolder, sharedFolder } from '../base/store.ts';
import { signInputs } from '../build/build-record.ts';
import { type Compilation, compile } from '../build/compile.ts';
import { type Written, writeCurrent } from '../build/write-current.ts';
import { describeBackups } from '../build/write-decks.ts';
import { type Finding, hasErrors, inSpoken, sortFindings } from '../findings/finding.ts';
import type { Bundler } from '../slidev/bundle/start-bundler.ts';
import { signEnvironment } from './deck-key.ts';
import { saveDocuments } from './documents.ts';
import { exportMeetup, type MeetupExport, type MeetupToExport } from './export-meetup.ts';
import { signExport, writeExportRecord } from './export-record.ts';
import { fitSlides } from './fit-slides.ts';
import { recordMade } from './made.ts';
import { mergeMeetup } from './merge-meetup.ts';
import { chooseDecks, type ExportReport, type ExportRequest } from './plan.ts';
import { printableDecks } from './printable-decks.ts';
import { slideFindings, writePictures } from './slide-findings.ts';

/**
 * An export without a valid record; see `exportProject`. Products of a deck with an error are not written, those of
 * other decks are.
 *
 * @param bundler loads Slidev while the content is compiled; null if nothing is printed
 * @param leavesStamp whether to leave a record for the next export
 */
export async function exportFresh(
  project: Project,
  request: ExportRequest,
  bundler: Bundler | null,
  leavesStamp: boolean,
): Promise<ExportReport> {
  const { browser, plan, signal } = request;
  const began = Date.now();
  const environment = signEnvironment(project.themeFolder, browser);
  const inputs = signInputs(project, null);
  const first = compile(project);
  signal?.throwIfAborted();
  // Before printing, which takes minutes: a conflict in slides/ should surface first. Includes anything saved since.
  let current = first.value ? writeCurrent(project, inputs, first) : null;
  if (!current?.compiled.value) return { ...NOTHING, findings: (current?.compiled ?? first).findings };
  tellBackups(request, current);
  const exported = await products(project, current.compiled.value, request, bundler);
  if (exported.parted) {
    const { compilation, signature } = exported.parted;
    current = writeCurrent(project, signature, { ...current.compiled, value: compilation });
    tellBackups(request, current);
  }
  const { value, findings: ofContent } = current.compiled;
  if (!value) return { ...NOTHING, findings: ofContent };
  // Something may have been saved while printing.
  tellBackups(request, writeCurrent(project, current.signature ?? '', current.compiled));
  const { decks, whole, wholeHtml, shard } = exported;
  const told = (await request.makeDocuments?.(project, current.compiled, plan)) ?? [];
  const documents = saveDocuments(told, project.outFolder);
  const hasSameLook = signEnvironment(project.themeFolder, browser) === environment;
  // Otherwise it is unknown which theme they show.
  if (hasSameLook) recordMade(project, value, exported);
  const findings = sortFindings([...ofContent, ...exported.findings]);
  const { transcript, files } = value;
  const signed = signExport(project, browser, transcript);
  // The decks lack anything saved meanwhile; without a record the next export notices.
  const isOfNow =
    signInputs(project, null) === current.signature && hasSameLook && !isNewer(transcript, began);
  if (leavesStamp && isOfNow && !hasErrors(findings)) {
    const slides = files.map(({ path }) => path);
    writeExportRecord(project, plan, signed, {
      ...{ transcript, findings, decks, whole, wholeHtml, documents, slides },
    });
  }
  return { isCompiled: true, isRepeated: false, findings, decks, whole, wholeHtml, documents, shard };
}

const NOTHING = {
  isCompiled: false,
  isRepeated: false,
  decks: [],
  whole: null,
  wholeHtml: null,
  documents: [],
  shard: null,
};

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
  /** The printed decks if some were laid out again, with the signature of their inputs. */
  readonly parted: { readonly compilation: Compilation; readonly signature: string } | null;
}

/** What is printed, or joined from what others printed. */
async function products(
  project: Project,
  compilation: Compilation,
  request: ExportRequest,
  bundler: Bundler | null,
): Promise<Omit<PrintedMeetup, 'result' | 'parted'> & Partial<PrintedMeetup>> {
  const { plan, merge } = request;
  const nothing = { decks: [], whole: null, wholeHtml: null, shard: null, findings: [] };
  if (bundler !== null) return print(project, compilation, request, bundler);
  if (merge.length > 0) return { ...nothing, ...(await mergeMeetup(meetupOf(project, compilation), merge)) };
  // Checks that such decks exist, although nothing is printed.
  chooseDecks(
    compilation.decks.map(({ deck }) => deck),
    plan.names,
  );
  return nothing;
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
  } = await fitSlides(project, first, {
    look,
    // A shard must not change decks that it shares with others.
    failuresOf: ({ result }) => (plan.shard ? [] : result.failures),
    onHigher: (slides) => {
      for (const { slug, slide, higher } of slides)
        onNote?.(
          inSpoken(
            wording`Slide ${slide} of ${slug} was ${higher ?? 0} px higher than estimated and is laid out again.`,
          ),
        );
    },
  });
  writePictures(project, exported.result.pictures);
  const parted = signature === null ? null : { compilation, signature };
  return { ...exported, findings: slideFindings(exported.result), parted };
}
