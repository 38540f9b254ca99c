import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { signInputs } from '../output/build-stamp.ts';
import { writeFiles } from '../output/write-files.ts';
import type { Project } from '../project.ts';
import { signatureOf } from '../signature.ts';
import type { DeckReport, ProductReport } from './deck-report.ts';
import type { ExportPlan } from './export-plan.ts';
import { signEnvironment } from './sign-environment.ts';

/** What an export found and wrote, so that the next one with nothing changed need not even read the content. */
export interface ExportStamp {
  /** Absolute path of the transcript; null where the event names none. */
  readonly transcript: string | null;
  /** What to say about it again. */
  readonly diagnostics: readonly Diagnostic[];
  readonly decks: readonly DeckReport[];
  readonly whole: ProductReport | null;
  /** Files in slides/. */
  readonly slides: readonly string[];
}

interface Signed extends ExportStamp {
  readonly inputs: string;
  readonly outputs: string;
}

const FOLDER = '.cache';

/** The stamp of the same export, where nothing has changed since; else null. */
export function readFreshExport(
  project: Project,
  plan: ExportPlan,
  browserPath: string | undefined,
): ExportStamp | null {
  try {
    const stamp = JSON.parse(readFileSync(join(project.outFolder, FOLDER, nameOf(plan)), 'utf8')) as Signed;
    const isFresh =
      stamp.inputs === signExport(project, browserPath, stamp.transcript) &&
      stamp.outputs === signOutputs(project, stamp);
    return isFresh ? stamp : null;
  } catch {
    return null; // None, or none that can be read: then there is a full export.
  }
}

/**
 * Where it cannot be written, the next export looks at everything, and nothing else is lost.
 * @param inputs of signExport, from after the export
 */
export function writeExportStamp(
  project: Project,
  plan: ExportPlan,
  inputs: string,
  stamp: ExportStamp,
): void {
  const content = `${JSON.stringify({ ...stamp, inputs, outputs: signOutputs(project, stamp) })}\n`;
  try {
    writeFiles(join(project.outFolder, FOLDER), [{ path: nameOf(plan), content }]);
  } catch (cause) {
    if (!(cause instanceof CliError)) throw cause;
  }
}

/** Signature of all that an export depends on. @param transcript absolute, or null */
export function signExport(
  project: Project,
  browserPath: string | undefined,
  transcript: string | null,
): string {
  return `${signInputs(project, transcript)} ${signEnvironment(project.themeFolder, browserPath)}`;
}

function signOutputs(
  { outFolder, slidesFolder }: Project,
  { decks, whole, slides }: Pick<ExportStamp, 'decks' | 'whole' | 'slides'>,
): string {
  const products = [...decks.flatMap((deck) => deck.products), ...(whole ? [whole] : [])];
  return signatureOf([
    ...products.flatMap(({ files }) => files.map((file) => join(outFolder, file))),
    ...slides.map((file) => join(slidesFolder, file)),
  ]);
}

/** One for each kind of export: somebody may want PDFs and pictures in turn. */
function nameOf({ names, products }: ExportPlan): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([names, products]))
    .digest('hex');
  return `export-${digest.slice(0, 16)}.json`;
}
