import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { adviceForInSteps } from '../advice/advise.ts';
import type { AdviceInput } from '../advice/rules/advice-rule.ts';
import { CliError } from '../base/errors.ts';
import { createMemory } from '../base/memory.ts';
import { openProject, type Project } from '../base/project.ts';
import { FILE_LIMITS, FileReader } from '../base/read-file.ts';
import { type Compilation, compileContent, readTyped } from '../build/compile.ts';
import { type ContentFiles, filesOf } from '../content/read/read.ts';
import type { Exchange, Meetup, Talk } from '../content/summary/meetup.ts';
import type { SourceFile } from '../content/summary/source-file.ts';
import type { AnySummary } from '../content/summary/statements.ts';
import type { Finding } from '../findings/finding.ts';

/** A snapshot of a meetup in the editor. */
export interface MeetupState {
  readonly content: ContentFiles;
  /** By path below the root. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Summaries that are currently unreadable have their last readable content. */
  readonly meetup: Meetup;
  /** From the last state without an error; null if there was none. */
  readonly compilation: Compilation | null;
  /** Without advice, which takes longer. */
  readonly findings: readonly Finding[];
  /** Null if there is none, or it cannot be read. */
  readonly transcript: { readonly path: string; readonly lines: readonly string[] } | null;
}

/** A meetup with files open in an editor. */
export interface OpenMeetup {
  readonly project: Project;
  /** @param text null when the editor has closed or saved it */
  setText(path: string, text: string | null): void;
  /** Paths of the files that are open in the editor. */
  opened(): readonly string[];
  /** Line ending of a summary, as typed or on disk. */
  lineEnd(path: string): string;
  /** Some file was saved, by anybody. */
  touch(): void;
  /** Recomputed after changes. @throws CliError if there is no content folder */
  state(): MeetupState;
  /**
   * All findings with advice, or null if something changes meanwhile. Lets other requests be answered in between.
   */
  advised(): Promise<readonly Finding[] | null>;
}

/** @param root absolute */
export function openMeetup(root: string): OpenMeetup {
  const project = openProject(root);
  const memory = createMemory();
  const unsaved = new Map<string, string>();
  let known: (MeetupState & { readonly said: AdviceInput }) | null = null;
  let sound: Compilation | null = null;
  let edits = 0;
  let last: ReadonlyMap<string, AnySummary> = new Map();
  /** A line being typed may make its file unreadable; its people remain. */
  const withLast = ({ talks, exchanges }: ContentFiles, read: Meetup): Meetup => {
    const now = new Map<string, AnySummary>(
      [...read.talks.filter(isNamed), ...read.exchanges].map((summary) => [summary.source.path, summary]),
    );
    const known = <S extends AnySummary>(files: readonly SourceFile[]) =>
      files.flatMap(({ path }) => (now.get(path) ?? last.get(path) ?? []) as S | []);
    const meetup = { ...read, talks: known<Talk>(talks), exchanges: known<Exchange>(exchanges) };
    last = new Map([...meetup.talks, ...meetup.exchanges].map((summary) => [summary.source.path, summary]));
    return meetup;
  };
  const change = () => {
    known = null;
    edits += 1;
  };
  const current = () => {
    if (known) return known;
    const content = readTyped(root, Object.fromEntries(unsaved), memory);
    const { value, findings, meetup: read, assets, transcript } = compileContent(project, content, memory);
    const meetup = withLast(content, read);
    if (value) {
      sound = value;
      memory.forgetUnused();
    }
    const path = meetup.event.transcript?.path;
    known = {
      content,
      files: new Map(filesOf(content).map((file) => [file.path, file])),
      meetup,
      said: { meetup, assets, transcript },
      compilation: sound,
      findings,
      transcript:
        transcript && path !== undefined ? { path: `content/${path}`, lines: transcript.lines } : null,
    };
    return known;
  };
  return {
    project,
    setText(path, text) {
      if (text === null) unsaved.delete(path);
      else unsaved.set(path, text);
      change();
    },
    opened: () => [...unsaved.keys()],
    lineEnd: (path) => ((unsaved.get(path) ?? savedText(root, path)).includes('\r\n') ? '\r\n' : '\n'),
    touch: change,
    state: current,
    async advised() {
      const { said, findings } = current();
      const asked = edits;
      const steps = adviceForInSteps(said, findings, memory);
      for (;;) {
        const { done, value } = steps.next();
        if (done) return [...findings, ...value];
        await setImmediate();
        if (edits !== asked) return null;
      }
    },
  };
}

export function summaryOf({ meetup }: MeetupState, path: string): AnySummary | null {
  const { event, talks, exchanges } = meetup;
  return [event, ...talks, ...exchanges].find(({ source }) => source.path === path) ?? null;
}

/** As on disk, with its line endings; empty if it cannot be read. */
function savedText(root: string, path: string): string {
  const rules = { place: { within: root }, limit: FILE_LIMITS.summary };
  const file = new FileReader().read(join(root, path), rules, path, (bytes) => bytes.toString('utf8'));
  return file.state === 'ok' ? file.value : '';
}

/** If a talk's front matter is unreadable, its speaker is unknown. */
function isNamed({ speakers }: Talk): boolean {
  return speakers.some(({ name }) => name !== '');
}

/** The state, or null if its files are gone. */
export function stateOrNull(meetup: OpenMeetup): MeetupState | null {
  try {
    return meetup.state();
  } catch (cause) {
    if (cause instanceof CliError) return null;
    throw cause;
  }
}
