import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError } from '../cli-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Project } from '../project.ts';
import { signatureOf } from '../signature.ts';
import { writeFiles } from './write-files.ts';

/** What a build found and wrote, so that a next one with nothing changed need not do it again. */
export interface BuildStamp {
  /** Signature of all that the decks depend on. */
  readonly inputs: string;
  /** Signature of slides/ after writing. */
  readonly outputs: string;
  /** The transcript, absolute; null where the event names none. */
  readonly transcript: string | null;
  /** What to say about it again. */
  readonly diagnostics: readonly Diagnostic[];
  readonly decks: number;
  readonly files: readonly string[];
}

const CODE = fileURLToPath(new URL('..', import.meta.url));
/** The theme does not shape the decks. */
const TEMPLATES = ['speaker.md.hbs', 'qa.md.hbs', 'meetup.md.hbs', 'slides', 'partials'];
const FOLDER = '.cache';
const FILE = 'build.json';

/** The stamp of the last build, where nothing has changed since; else null. */
export function readFreshStamp(project: Project): BuildStamp | null {
  try {
    const path = join(project.outFolder, FOLDER, FILE);
    const stamp = JSON.parse(readFileSync(path, 'utf8')) as BuildStamp;
    const fresh =
      stamp.inputs === signInputs(project, stamp.transcript) &&
      stamp.outputs === signOutputs(project, stamp.files);
    return fresh ? stamp : null;
  } catch {
    // None, or none that can be read: then there is a full build.
    return null;
  }
}

/** Where it cannot be written, the next build is a full one, and nothing else is lost. */
export function writeStamp(project: Project, stamp: Omit<BuildStamp, 'outputs'>): void {
  const content = `${JSON.stringify({ ...stamp, outputs: signOutputs(project, stamp.files) })}\n`;
  try {
    writeFiles(join(project.outFolder, FOLDER), [{ path: FILE, content }]);
  } catch (cause) {
    if (!(cause instanceof CliError)) throw cause;
  }
}

/** @param transcript absolute, or null */
export function signInputs(project: Project, transcript: string | null): string {
  const files = signatureOf([
    join(project.root, 'content'),
    ...project.templateFolders.flatMap((folder) => TEMPLATES.map((name) => join(folder, name))),
    ...(transcript === null ? [] : [transcript]),
    CODE,
  ]);
  return `${files} ${project.theme} ${process.version}`;
}

function signOutputs(project: Project, files: readonly string[]): string {
  return signatureOf(files.map((file) => join(project.slidesFolder, file)));
}
