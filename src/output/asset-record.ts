import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { FILE_LIMITS, readFile } from '../base/read-file.ts';
import type { OutputFile } from './output-files.ts';

/** A picture or a font, which can hold no remark as decks do. */
export type AssetFile = OutputFile & { readonly content: Uint8Array };

/** Beside them, so that it goes wherever slides/ goes. */
const RECORD = 'assets/.talkdeck.json';

/** What the tool wrote last into slides/assets/: digests by path. Empty where that is not known. */
export function readAssetRecord(folder: string): ReadonlyMap<string, string> {
  const file = readFile(join(folder, RECORD), { place: { within: folder }, limit: FILE_LIMITS.other });
  try {
    const record: unknown = JSON.parse(file.state === 'ok' ? file.value.toString('utf8') : '');
    return new Map(Object.entries(record as Readonly<Record<string, string>>));
  } catch {
    return new Map(); // None, or none that can be read: then every other file is somebody else's.
  }
}

/** The record of these assets, as a file of slides/. */
export function assetRecord(assets: readonly AssetFile[]): OutputFile {
  const digests = assets.map(({ path, content }) => [path, assetDigest(content)] as const);
  const sorted = Object.fromEntries(digests.sort(([a], [b]) => (a < b ? -1 : 1)));
  return { path: RECORD, content: `${JSON.stringify(sorted, null, 2)}\n` };
}

export function assetDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
}
