import { type FileToWrite, writeFiles } from '../base/files.ts';

/** Documents about the evening, which need no browser. */
export const DOCUMENTS = ['md', 'article', 'ics'] as const;
export type DocumentKind = (typeof DOCUMENTS)[number];

export interface MadeDocument {
  readonly kind: DocumentKind;
  /** The document, and its pictures; paths below out/. */
  readonly files: readonly FileToWrite[];
}

export interface DocumentReport {
  readonly kind: DocumentKind;
  readonly bytes: number;
  /** Below out/, with forward slashes; the document first, followed by its pictures. */
  readonly files: readonly string[];
}

/**
 * Writes documents, each with its pictures.
 *
 * @param outFolder absolute
 * @throws CliError if the folder cannot be written
 */
export function saveDocuments(
  documents: readonly MadeDocument[],
  outFolder: string,
): readonly DocumentReport[] {
  return documents.map(({ kind, files }) => {
    writeFiles(outFolder, files);
    return {
      kind,
      bytes: files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0),
      files: files.map(({ path }) => path),
    };
  });
}
