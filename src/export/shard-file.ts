import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import type { PrintedFile } from '../print/types.ts';
import { ZIP_EPOCH } from '../print/zip-epoch.ts';
import type { Shard } from './export-plan.ts';
import { KINDS } from './products.ts';

const FORMAT = 2;
const MANIFEST = 'shard.json';

/** As many machines as `--shard` takes. */
const Part = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9_999));

const Manifest = v.object({
  format: v.literal(FORMAT),
  index: Part,
  of: Part,
  /** See shardState. */
  content: v.string(),
  theme: v.string(),
  /** What was asked for, as one would type it. */
  options: v.string(),
  decks: v.array(
    v.object({
      slug: v.string(),
      slides: v.number(),
      products: v.array(v.object({ kind: v.picklist(KINDS), pages: v.number(), files: v.array(v.string()) })),
    }),
  ),
});

export type ShardManifest = v.InferOutput<typeof Manifest>;

/** What one machine has exported. */
export interface ShardContents {
  readonly manifest: ShardManifest;
  /** By path, with forward slashes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function shardName({ index, of }: Shard): string {
  return `shard-${index}-of-${of}.zip`;
}

/** A zip archive that stores its entries as they are: they are compressed already. */
export function packShard(
  manifest: Omit<ShardManifest, 'format'>,
  files: readonly PrintedFile[],
): Uint8Array {
  const entries = [
    [MANIFEST, strToU8(`${JSON.stringify({ format: FORMAT, ...manifest }, null, 2)}\n`)] as const,
    ...files.map(({ path, bytes }) => [path, bytes] as const),
  ];
  return zipSync(Object.fromEntries(entries), { level: 0, mtime: ZIP_EPOCH });
}

/**
 * Null where the bytes are no whole shard, or not one as packShard makes them. What comes packed is refused unopened, so
 * that nothing unpacks to more than it is.
 * @param isExpected whether the meetup's decks have such a file
 */
export function unpackShard(bytes: Uint8Array, isExpected: (path: string) => boolean): ShardContents | null {
  let room = bytes.length;
  const seen = new Set<string>();
  try {
    const { [MANIFEST]: manifest, ...files } = unzipSync(bytes, {
      filter: ({ name, size, originalSize, compression }) => {
        room -= originalSize;
        const isPlain = compression === 0 && size === originalSize && room >= 0 && !seen.has(name);
        if (!isPlain || !(name === MANIFEST || isExpected(name))) throw new Error(`${name} is none of ours`);
        seen.add(name);
        return true;
      },
    });
    if (!manifest) return null;
    const parsed = v.parse(Manifest, JSON.parse(strFromU8(manifest)));
    const contents = new Map(Object.entries(files));
    const listed = parsed.decks.flatMap(({ products }) => products.flatMap((product) => product.files));
    return listed.every((path) => contents.has(path)) ? { manifest: parsed, files: contents } : null;
  } catch {
    return null;
  }
}
