import { join, sep } from 'node:path';
import { inspect, isDeepStrictEqual } from 'node:util';
import { adviceForInSteps } from '../../advice/advise.ts';
import { CliError } from '../../base/errors.ts';
import { createMemory, type Steps } from '../../base/memory.ts';
import type { Project } from '../../base/project.ts';
import type { Compilation } from '../../build/compile.ts';
import { type MeetupWatcher, watchMeetup } from '../../build/watch-meetup.ts';
import { describeBackups, writeDecks } from '../../build/write-decks.ts';
import type { Transcript } from '../../content/claims/check-claim.ts';
import { readContentLines } from '../../content/read/content-folder.ts';
import { errorInWords, type Finding } from '../../findings/finding.ts';
import { createEventStream, type EventStream } from '../../server/event-stream.ts';
import { changeOf, type DevState } from '../state/dev-state.ts';
import { changedFiles, type LiveState, liveMeetup } from '../state/live-meetup.ts';
import { stateOf } from '../state/state-of.ts';
import { createDeckPool, type DeckPool } from './deck-pool.ts';
import { servedSlides } from './served-slides.ts';

/** A running session: a meetup that is being edited and viewed. */
export interface DevSession {
  readonly project: Project;
  readonly decks: DeckPool;
  readonly events: EventStream;
  readonly compilation: () => Compilation | null;
  readonly state: () => DevState;
  /** Paths of the summaries, relative to the root. */
  readonly files: () => ReadonlySet<string>;
  /** Null if there is none, or it cannot be read. */
  readonly transcript: () => Transcript | null;
  close(): Promise<void>;
}

/** Receives messages for the terminal. */
export interface DevListener {
  changed(state: Pick<LiveState, 'findings' | 'problem'>): void;
  /** A note. */
  noted(message: string): void;
  /** Something could not be read, written or served. */
  failed(message: string): void;
}

/** Milliseconds without a save before advice runs. */
const ADVICE_MS = 400;
/** Maximum milliseconds for which advice blocks everything else. */
const ADVICE_SLICE_MS = 20;

/** Scripts that every page of a deck loads. */
const DECK_SCRIPTS = {
  before: ['/@talkdeck/shared/page-storage.js'],
  after: ['/@talkdeck/deck/deck-page.js'],
};
/** Theme files that Slidev reads at startup; from its command line (cli.ts). */
const AT_START =
  /[/\\](?:setup[/\\][\w-]+\.[mc]?[jt]s|(?:vite|uno|unocss)\.config\.[mc]?[jt]s|package\.json)$/;

/**
 * Keeps slides/ and the open decks in step with content/, as long as it runs.
 * @param cacheFolder absolute; for packages prepared by Vite, and for the decks being served
 */
export async function startSession(
  project: Project,
  cacheFolder: string,
  said: DevListener,
): Promise<DevSession> {
  const meetup = liveMeetup(project);
  const served = servedSlides(join(cacheFolder, 'slides'), createMemory());
  const decks = createDeckPool(project, served, cacheFolder, DECK_SCRIPTS, said.failed);
  const events = createEventStream();
  const changedOf = changedFiles();
  const [onDisk, onPages, advised] = [createMemory(), createMemory(), createMemory()];
  let live = meetup.refresh();
  let watcher: MeetupWatcher | null = null;
  let advice: readonly Finding[] = [];
  let advising: NodeJS.Timeout | undefined;
  /** Why slides/ could not be written; reported once. */
  let failure: string | null = null;
  prepare();
  let state = describe();
  said.changed(live);
  watcher = await watchMeetup(
    project,
    () =>
      goOn(() => {
        live = meetup.refresh();
        prepare();
      }),
    (changed) => goOn(() => publish(changed)),
    said.failed,
  );
  watcher.watchAlso(live.compilation?.transcript ?? null);
  adviseSoon();

  /** Reports unexpected errors without ending somebody's presentation: the next save tries again. */
  function goOn(work: () => void): void {
    try {
      work();
    } catch (cause) {
      said.failed(`This is a fault of talkdeck itself: ${inspect(cause)}`);
    }
  }

  function describe(): DevState {
    const findings = [...live.findings, ...advice];
    const shown = stateOf({ ...live, findings }, readContentLines(project.root, onPages), onPages);
    onPages.forgetUnused();
    return shown;
  }

  /** Updates slides/, and makes the open decks prepare what they will show. */
  function prepare(): void {
    const { compilation } = live;
    if (!compilation) return;
    try {
      const report = writeDecks(project.slidesFolder, compilation.files, false, onDisk);
      onDisk.forgetUnused();
      const made = compilation.decks.map(({ deck }) => deck);
      for (const note of describeBackups(report, 'slides', made)) said.noted(note);
      served.update(compilation.files);
      const changed = new Set([...report.written, ...changedOf(compilation.files)]);
      decks.prepare([...changed].map((path) => join(served.folder, path)));
      failure = null;
    } catch (cause) {
      // For example a full disk, or missing permissions: the next save tries again.
      if (!(cause instanceof CliError)) throw cause;
      const { message: what, hint } = errorInWords(cause);
      const message = hint === null ? what : `${what}\n${hint}`;
      if (message !== failure) said.failed(message);
      failure = message;
    }
  }

  function isOfTheme(path: string): boolean {
    return path.startsWith(project.themeFolder + sep) && !AT_START.test(path);
  }

  function publish(changed: ReadonlySet<string>): void {
    // Includes anything written since the change seemed complete, on a busy machine.
    try {
      live = meetup.refresh();
      prepare();
      // Here, since only now it is known which files have changed.
      decks.prepare([...changed].filter(isOfTheme));
    } finally {
      decks.show();
    }
    const { compilation } = live;
    if (compilation) decks.keep(new Set(compilation.decks.map(({ deck }) => deck.slug)));
    if ([...changed].some((path) => AT_START.test(path))) void decks.clear();
    watcher?.watchAlso(compilation?.transcript ?? null);
    tell();
    said.changed(live);
    adviseSoon();
  }

  function tell(): void {
    const before = state;
    state = describe();
    events.send({ name: 'change', data: changeOf(before, state) });
  }

  /** Advice runs in the background; nothing waits for it. */
  function adviseSoon(): void {
    clearTimeout(advising);
    advising = setTimeout(() => goOn(advise), ADVICE_MS);
  }

  function advise(): void {
    // In case the system did not report a change.
    const found = live;
    live = meetup.refresh();
    if (!isSame(live, found)) {
      publish(new Set());
      return;
    }
    const { meetup: looked, assets, transcript, findings } = live;
    if (looked)
      goOnAdvising(adviceForInSteps({ meetup: looked, assets, transcript }, findings, advised), live);
    else setAdvice([]);
  }

  /** Runs in slices: for a thousand talks it takes ten seconds the first time. Interrupted work is remembered. */
  function goOnAdvising(steps: Steps<readonly Finding[]>, of: LiveState): void {
    // A save is being read, and will be followed by its own advice.
    if (live !== of) return;
    const end = performance.now() + ADVICE_SLICE_MS;
    while (performance.now() < end) {
      const { done, value } = steps.next();
      if (!done) continue;
      advised.forgetUnused();
      setAdvice(value);
      return;
    }
    advising = setTimeout(() => goOn(() => goOnAdvising(steps, of)));
  }

  function setAdvice(found: readonly Finding[]): void {
    const before = advice;
    advice = found;
    if (!isDeepStrictEqual(advice, before)) tell();
  }

  return {
    project,
    decks,
    events,
    compilation: () => live.compilation,
    state: () => state,
    files: () => live.files,
    transcript: () => live.transcript,
    async close() {
      clearTimeout(advising);
      events.close();
      await watcher?.close();
      await decks.clear();
    },
  };
}

/** Whether there is nothing new to show or report. */
function isSame(a: LiveState, b: LiveState): boolean {
  const shown = ({ compilation, findings, problem }: LiveState) => [compilation?.files, findings, problem];
  return isDeepStrictEqual(shown(a), shown(b));
}
