import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { signatureOf } from '../base/changed.ts';
import { installedFonts } from '../base/fonts/font-packages.ts';
import type { Project } from '../base/project.ts';
import { meetupFolder, openStore, PathBelow, type Store } from '../base/store.ts';
import type { Finding } from '../findings/finding.ts';
import { foreignFiles } from './foreign-files.ts';
import { MEASURED_FILE } from './measured-slides.ts';

/** Results of a build, so that the next one can be skipped if nothing changed. */
export interface BuildRecord {
  /** Signature of everything that the decks depend on. */
  readonly inputs: string;
  /** Signature of slides/ after writing. */
  readonly outputs: string;
  /** Absolute path of the transcript; null if the event names none. */
  readonly transcript: string | null;
  /** Findings to repeat. */
  readonly findings: readonly Finding[];
  readonly decks: number;
  readonly files: readonly string[];
}

const CODE = fileURLToPath(new URL('..', import.meta.url));
/** The theme is missing here, because decks do not depend on it. */
const TEMPLATES = [
  'opening.md.hbs',
  'speaker.md.hbs',
  'qa.md.hbs',
  'closing.md.hbs',
  'meetup.md.hbs',
  // For documents, which an export makes; listed here because nothing else signs them.
  'documents',
  join('site', 'kinds'),
  'slides',
  'partials',
];
const KEY = 'build.json';

/** A stored finding; its message is generated from `args` again. */
export const KeptFinding = v.custom<Finding>((value) => v.is(FindingShape, value));

const FindingShape = v.object({
  code: v.string(),
  args: v.looseObject({}),
  severity: v.picklist(['error', 'warning', 'note', 'advice']),
  file: v.string(),
  at: v.object({ line: v.number(), column: v.number(), length: v.number() }),
});

const Stamp = v.object({
  inputs: v.string(),
  outputs: v.string(),
  transcript: v.nullable(v.string()),
  findings: v.array(KeptFinding),
  decks: v.number(),
  files: v.array(PathBelow),
});

/** The record of the last build if nothing has changed since, else null. */
export function readFreshBuild(project: Project): BuildRecord | null {
  const stamp = readBuildRecord(project);
  if (stamp === null) return null;
  const isFresh = stamp.inputs === signInputs(project, stamp.transcript) && isAsWritten(project, stamp);
  return isFresh ? stamp : null;
}

/** The record of the last build, whatever has changed since. */
export function readBuildRecord(project: Project): BuildRecord | null {
  return stampsOf(project).getJson(KEY, Stamp);
}

/** Whether the files in slides/ are as the build left them. */
export function isAsWritten(project: Project, { outputs, files }: BuildRecord): boolean {
  return outputs === signOutputs(project, files);
}

/** If it cannot be written, the next build is a full one; nothing else is lost. */
export function writeBuildRecord(project: Project, stamp: Omit<BuildRecord, 'outputs'>): void {
  removeFormerCache(project);
  stampsOf(project).putJson(KEY, { ...stamp, outputs: signOutputs(project, stamp.files) });
}

/** Store of a meetup's build and export records. */
export function stampsOf({ root }: Project): Store {
  return openStore(meetupFolder(root, 'stamps'));
}

/**
 * @param transcript absolute, or null
 * @param content absolute paths in content/ to include
 */
export function signInputs(
  project: Project,
  transcript: string | null,
  content: readonly string[] = [join(project.root, 'content')],
): string {
  const files = signatureOf([
    ...content,
    ...project.templateFolders.flatMap((folder) => TEMPLATES.map((name) => join(folder, name))),
    ...(transcript === null ? [] : [transcript]),
    join(project.slidesFolder, MEASURED_FILE),
    CODE,
  ]);
  const foreign = foreignFiles(project).map(({ file }) => file);
  const fonts = installedFonts(project.root);
  return [files, project.theme, process.version, ...fonts, foreign.join('/')].join(' ');
}

function signOutputs(project: Project, files: readonly string[]): string {
  return signatureOf(files.map((file) => join(project.slidesFolder, file)));
}

/** Earlier versions had a cache below out/, which now contains products only. */
export function removeFormerCache({ outFolder }: Project): void {
  const isOurs = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const folder = join(outFolder, '.cache');
  if (!isOurs(outFolder) || !isOurs(folder)) return;
  try {
    rmSync(folder, { recursive: true });
  } catch {
    // It is unused anyway.
  }
}
