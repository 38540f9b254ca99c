import { createHash } from 'node:crypto';
import type { PrintAsset } from '../print/types.ts';

/** A file that decks show, by what is in it. */
export interface AssetDigest {
  readonly path: string;
  readonly digest: string;
}

/** Reads each asset once, however many decks and products depend on it: fonts are large. */
export function digestAssets(assets: readonly PrintAsset[]): readonly AssetDigest[] {
  return assets.map(({ path, bytes }) => ({
    path,
    digest: createHash('sha256').update(bytes).digest('base64url'),
  }));
}
