import { createHash } from 'node:crypto';
import { contentDigest } from '../base/changed.ts';
import type { AuditOptions } from '../print/types.ts';
import { digestAssets } from './digest-assets.ts';

/** What all shards must have been made of, so that they fit together; the same on every machine. */
export interface ShardState {
  /** Digest of all decks. */
  readonly content: string;
  readonly theme: string;
}

export function shardState({
  decks,
  assets,
  themeRoot,
}: Pick<AuditOptions, 'decks' | 'assets' | 'themeRoot'>): ShardState {
  const texts = decks.map(({ origins: _, ...deck }) => deck);
  const content = createHash('sha256').update(JSON.stringify([texts, digestAssets(assets)]));
  return { content: content.digest('hex'), theme: contentDigest([themeRoot]) };
}
