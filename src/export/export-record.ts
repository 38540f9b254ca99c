import { join } from 'node:path';
import * as v from 'valibot';
import { digestOf, signatureOf } from '../base/changed.ts';
import type { Project } from '../base/project.ts';
import { PathBelow } from '../base/store.ts';
import { KeptFinding, removeFormerCache, signInputs, stampsOf } from '../build/build-record.ts';
import type { Finding } from '../findings/finding.ts';
import { signEnvironment } from './deck-key.ts';
import { DOCUMENTS, type DocumentReport } from './documents.ts';
import type { ExportPlan } from './plan.ts';
import { KINDS } from './products.ts';
import type { DeckReport, ProductReport } from './save.ts';

/** Results of an export, so that the next one need not even read the content if nothing changed. */
export interface ExportRecord {
  /** Absolute path of the transcript; null if the event names none. */
  readonly transcript: string | null;
  /** Findings to repeat. */
  readonly findings: readonly Finding[];
  readonly decks: readonly DeckReport[];
  readonly whole: ProductReport | null;
  readonly wholeHtml: ProductReport | null;
  readonly documents: readonly DocumentReport[];
  /** Files in slides/. */
  readonly slides: readonly string[];
}

/** Decks may be exported one by one, as pages of `dev` do. */
const STAMPS = { entries: 500 };

const Report = v.object({
  kind: v.picklist(KINDS),
  pages: v.number(),
  bytes: v.number(),
  files: v.array(PathBelow),
});

const Signed = v.object({
  inputs: v.string(),
  outputs: v.string(),
  transcript: v.nullable(v.string()),
  findings: v.array(KeptFinding),
  decks: v.array(
    v.object({
      slug: v.string(),
      slides: v.number(),
      seconds: v.number(),
      cache: v.picklist(['hit', 'part', 'miss', 'off']),
      products: v.array(Report),
    }),
  ),
  whole: v.nullable(Report),
  wholeHtml: v.nullable(Report),
  documents: v.array(v.object({ kind: v.picklist(DOCUMENTS), bytes: v.number(), files: v.array(PathBelow) })),
  slides: v.array(PathBelow),
});

/** The record of the same export if nothing has changed since, else null. */
export function readFreshExport(
  project: Project,
  plan: ExportPlan,
  browserPath: string | undefined,
): ExportRecord | null {
  const stamp = stampsOf(project).getJson(keyOf(plan), Signed);
  if (stamp === null) return null;
  const isFresh =
    stamp.inputs === signExport(project, browserPath, stamp.transcript) &&
    stamp.outputs === signOutputs(project, stamp);
  return isFresh ? stamp : null;
}

/**
 * If it cannot be written, the next export is a full one; nothing else is lost.
 * @param inputs from `signExport`, taken after the export
 */
export function writeExportRecord(
  project: Project,
  plan: ExportPlan,
  inputs: string,
  stamp: ExportRecord,
): void {
  removeFormerCache(project);
  const stamps = stampsOf(project);
  stamps.putJson(keyOf(plan), { ...stamp, inputs, outputs: signOutputs(project, stamp) });
  stamps.trim(STAMPS);
}

/** Signature of everything that an export depends on. @param transcript absolute, or null */
export function signExport(
  project: Project,
  browserPath: string | undefined,
  transcript: string | null,
): string {
  return `${signInputs(project, transcript)} ${signEnvironment(project.themeFolder, browserPath)}`;
}

function signOutputs(
  { outFolder, slidesFolder }: Project,
  {
    decks,
    whole,
    wholeHtml,
    documents,
    slides,
  }: Pick<ExportRecord, 'decks' | 'whole' | 'wholeHtml' | 'documents' | 'slides'>,
): string {
  const products = [
    ...decks.flatMap((deck) => deck.products),
    ...(whole ? [whole] : []),
    ...(wholeHtml ? [wholeHtml] : []),
    ...documents,
  ];
  return signatureOf([
    ...products.flatMap(({ files }) => files.map((file) => join(outFolder, file))),
    ...slides.map((file) => join(slidesFolder, file)),
  ]);
}

/** One key for each kind of export, as users may alternate between PDFs and pictures. */
function keyOf({ names, products, documents }: ExportPlan): string {
  const digest = digestOf(JSON.stringify([names, products, documents]), 'hex');
  return `export-${digest.slice(0, 16)}.json`;
}
