import { isDeepStrictEqual } from 'node:util';
import { CliError } from '../../base/errors.ts';
import { createMemory, type LastingMemory } from '../../base/memory.ts';
import type { Project } from '../../base/project.ts';
import { type Compilation, compileContent } from '../../build/compile.ts';
import { foreignFiles } from '../../build/foreign-files.ts';
import type { OutputFile } from '../../build/output-files.ts';
import type { Transcript } from '../../content/claims/check-claim.ts';
import { byOrder, type ContentFiles, filesOf, readContent } from '../../content/read/read.ts';
import type { Assets } from '../../content/summary/asset.ts';
import type { Meetup } from '../../content/summary/meetup.ts';
import type { SourceFile } from '../../content/summary/source-file.ts';
import { errorInWords, type Finding, sortFindings } from '../../findings/finding.ts';

/** Current state of a meetup that is being written. */
export interface LiveState {
  /** Compiled from valid files, using the last valid text of those with errors. Null if there is nothing. */
  readonly compilation: Compilation | null;
  /** About the files as they are now. */
  readonly findings: readonly Finding[];
  /** Paths of the summaries, relative to the root. */
  readonly files: ReadonlySet<string>;
  /** From the files as they are now; null if they cannot be read at all. */
  readonly meetup: Meetup | null;
  /** The pictures in the meetup. */
  readonly assets: Assets;
  /** Null if there is none, or it cannot be read. */
  readonly transcript: Transcript | null;
  /** A problem that prevents compiling: no content folder, a template with an error. */
  readonly problem: { readonly message: string; readonly hint: string | null } | null;
}

interface LiveMeetup {
  /** Reads the files again. */
  refresh(): LiveState;
}

type Texts = ReadonlyMap<string, SourceFile>;

/**
 * A meetup while people write it: a mistake in one file does not keep edits of the others from showing.
 * @param memory for tests
 */
export function liveMeetup(project: Project, memory: LastingMemory = createMemory()): LiveMeetup {
  let sound: Texts = new Map();
  let shown: Compilation | null = null;
  let files: ReadonlySet<string> = new Set();
  return {
    refresh() {
      try {
        const content = readContent(project.root, memory);
        files = new Set(filesOf(content).map(({ path }) => path));
        const {
          value,
          findings: found,
          meetup,
          assets,
          transcript,
        } = compileContent(project, content, memory);
        // Reported, but they do not prevent showing: nothing is served from slides/.
        const findings = sortFindings([...found, ...foreignFiles(project)]);
        // With errors, not everything known is requested.
        if (value) memory.forgetUnused();
        const best = value ? { value, content } : compileSound(content, found);
        if (best) {
          shown = best.value;
          sound = new Map(filesOf(best.content).map((file) => [file.path, file]));
        }
        return { compilation: shown, findings, files, meetup, assets, transcript, problem: null };
      } catch (cause) {
        if (!(cause instanceof CliError)) throw cause;
        return {
          compilation: shown,
          findings: [],
          files,
          meetup: null,
          assets: new Map(),
          transcript: null,
          problem: errorInWords(cause),
        };
      }
    },
  };

  /** Replaces faulty files by their last valid versions; those without one are left out. */
  function compileSound(
    content: ContentFiles,
    found: readonly Finding[],
  ): { readonly value: Compilation; readonly content: ContentFiles } | null {
    const faulty = new Set<string>();
    for (let findings = found; ; ) {
      const before = faulty.size;
      for (const { file, severity } of findings) if (severity === 'error') faulty.add(file);
      // Nothing more to replace.
      if (faulty.size === before) return null;
      const mended = withSound(content, faulty, sound);
      const { value, findings: left } = compileContent(project, mended, memory);
      if (value) return { value, content: mended };
      findings = left;
    }
  }
}

/**
 * Tells which files changed since the last call, whoever wrote them: `talkdeck build` in the same folder may have been
 * first.
 */
export function changedFiles(): (files: readonly OutputFile[]) => readonly string[] {
  let before: ReadonlyMap<string, OutputFile['content']> = new Map();
  return (files) => {
    const changed = files.filter(({ path, content }) => !isDeepStrictEqual(before.get(path), content));
    before = new Map(files.map(({ path, content }) => [path, content]));
    return changed.map(({ path }) => path);
  };
}

function withSound(content: ContentFiles, faulty: ReadonlySet<string>, sound: Texts): ContentFiles {
  const mend = (files: readonly SourceFile[], folder: string): readonly SourceFile[] => {
    const mended = files.flatMap((file) => (faulty.has(file.path) ? (sound.get(file.path) ?? []) : [file]));
    // Includes only files that can be read at all.
    const unread = [...faulty].filter(
      (path) => path.startsWith(folder) && !files.some((file) => file.path === path),
    );
    const all = [...mended, ...unread.flatMap((path) => sound.get(path) ?? [])];
    return all.sort((a, b) => byOrder(a.path.slice(folder.length), b.path.slice(folder.length)));
  };
  const event = 'content/event.md';
  return {
    ...content,
    event: faulty.has(event) ? (sound.get(event) ?? null) : content.event,
    talks: mend(content.talks, 'content/talks/'),
    exchanges: mend(content.exchanges, 'content/qa/'),
    findings: [],
  };
}
