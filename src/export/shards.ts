import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as v from 'valibot';
import { contentDigest, digestOf } from '../base/changed.ts';
import { CliError, type Wording, wording } from '../base/errors.ts';
import { writeFiles } from '../base/files.ts';
import { readFile, whyNotRead } from '../base/read-file.ts';
import { ZIP_EPOCH } from '../print/products/pptx.ts';
import type { AuditOptions, PrintedFile } from '../print/types.ts';
import { digestAssets } from './deck-key.ts';
import type { ExportedDeck } from './export-decks.ts';
import type { Shard } from './plan.ts';
import { KINDS } from './products.ts';
import { productReport } from './save.ts';

const FORMAT = 2;
const MANIFEST = 'shard.json';

/** Limited like `--shard`. */
const Part = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9_999));

const Manifest = v.object({
  format: v.literal(FORMAT),
  index: Part,
  of: Part,
  /** See `shardState`. */
  content: v.string(),
  theme: v.string(),
  /** The request as command line arguments. */
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

/** The export of one machine. */
interface ShardContents {
  readonly manifest: ShardManifest;
  /** By path, with forward slashes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** A zip archive with stored entries, which are compressed already. */
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

/** Inputs that all shards must share to fit together; the same on every machine. */
interface ShardState {
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
  const content = digestOf(JSON.stringify([texts, digestAssets(assets)]));
  return { content, theme: contentDigest([themeRoot]) };
}

/**
 * The decks of one shard. All shards together contain each deck once, with similar numbers of slides. The largest decks
 * are assigned first, each to the shard with least slides so far, so every machine computes the same division.
 */
export function takeShard<D extends { readonly slug: string; readonly origins: readonly unknown[] }>(
  decks: readonly D[],
  { index, of }: Shard,
): readonly D[] {
  const loads = Array.from({ length: of }, () => 0);
  const mine = new Set<string>();
  const largestFirst = [...decks].sort((a, b) => b.origins.length - a.origins.length);
  for (const { slug, origins } of largestFirst) {
    const shard = loads.indexOf(Math.min(...loads));
    loads[shard] = (loads[shard] ?? 0) + origins.length;
    if (shard === index - 1) mine.add(slug);
  }
  return decks.filter(({ slug }) => mine.has(slug));
}

/**
 * Writes this machine's export as one file for `export --merge`.
 *
 * @param made inputs and request
 * @param exported this machine's decks; null if not all could be printed: then an earlier shard is removed, so that it
 * is not merged by mistake
 * @returns the file's name below out/, or null
 * @throws CliError if it cannot be written
 */
export function writeShard(
  outFolder: string,
  shard: Shard,
  made: Pick<ShardManifest, 'content' | 'theme' | 'options'>,
  exported: readonly ExportedDeck[] | null,
): string | null {
  const path = shardName(shard);
  if (!exported) {
    remove(join(outFolder, path));
    return null;
  }
  const decks = exported.map(({ slug, slides, products }) => ({
    slug,
    slides,
    products: products.map((product) => {
      const { kind, pages, files } = productReport(product);
      return { kind, pages, files: [...files] };
    }),
  }));
  const files = exported.flatMap(({ products }) => products.flatMap((product) => product.files));
  writeFiles(outFolder, [{ path, content: packShard({ ...shard, ...made, decks }, files) }]);
  return path;
}

const ONE_COMMIT = wording`Export all shards from one commit, and merge them with the same commit checked out.`;

/** A shard and its path. */
export interface FoundShard extends ShardContents {
  readonly path: string;
}

/**
 * Reads the shards in some folders, in order, and checks that all are there.
 *
 * @param state required inputs
 * @param isExpected whether the meetup's decks have such a file
 * @throws CliError if one is missing, damaged, or made from other inputs or for another request
 */
export function readShards(
  folders: readonly string[],
  state: ShardState,
  isExpected: (path: string) => boolean,
): readonly FoundShard[] {
  const paths = folders.flatMap(shardsBelow).sort();
  const shards = paths.map((path) => {
    const shard = unpackShard(read(path), isExpected);
    if (!shard)
      throw new CliError(wording`${path} is damaged, or no shard.`, wording`Export this shard once more.`);
    const other = difference(shard.manifest, state);
    if (other) throw new CliError(wording`${path} was made ${other}.`, ONE_COMMIT);
    return { ...shard, path };
  });
  const [first] = shards;
  if (!first) {
    throw new CliError(
      wording`There is no shard in ${folders.join(', ')}.`,
      wording`Name the folders that hold the files ${shardName({ index: 1, of: 3 })} and so on.`,
    );
  }
  const { of, options } = first.manifest;
  const odd = shards.find(({ manifest }) => manifest.options !== options);
  if (odd) {
    throw new CliError(
      wording`${odd.path} holds what "export ${odd.manifest.options}" gives, and ${first.path} what "export ${options}" does.`,
      wording`Export all shards with the same options.`,
    );
  }
  return Array.from({ length: of }, (_, place) => {
    const found = shards.find(({ manifest }) => manifest.of === of && manifest.index === place + 1);
    if (found) return found;
    throw new CliError(
      wording`Shard ${place + 1} of ${of} is missing.`,
      wording`Name the folder that holds ${shardName({ index: place + 1, of })}, too.`,
    );
  });
}

function shardName({ index, of }: Shard): string {
  return `shard-${index}-of-${of}.zip`;
}

/**
 * Null if the bytes are not a complete shard as made by `packShard`. Compressed entries are refused unopened, so that
 * nothing expands beyond its size.
 * @param isExpected whether the meetup's decks have such a file
 */
function unpackShard(bytes: Uint8Array, isExpected: (path: string) => boolean): ShardContents | null {
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

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (cause) {
    const hint = wording`It is of an earlier export, and must not be merged.`;
    throw new CliError(wording`Cannot remove ${path}: ${(cause as Error).message}`, hint, { cause });
  }
}

const NAME = /^shard-\d+-of-\d+\.zip$/;

/** Limit for one shard, which is read into memory. */
const LARGEST_BYTES = 2 ** 30;

function difference({ content, theme }: ShardState, state: ShardState): Wording | null {
  if (content !== state.content) return wording`from another state of content/ or templates/`;
  return theme === state.theme
    ? null
    : wording`with another theme (templates/theme), or by another version of talkdeck`;
}

/** Reads a file of unknown origin: neither links nor endless devices. */
function read(path: string): Uint8Array {
  const file = readFile(path, { place: 'anywhere', limit: LARGEST_BYTES });
  if (file.state === 'ok') return file.value;
  throw new CliError(wording`Cannot read ${path}: ${whyNotRead(file)}`);
}

/** Finds shards in a folder and its immediate subfolders, since each machine's results may be in one of their own. */
function shardsBelow(folder: string): readonly string[] {
  let entries: ReturnType<typeof list>;
  try {
    entries = list(folder);
  } catch (cause) {
    throw unreadable(folder, cause);
  }
  const here = entries.filter((entry) => entry.isFile() && NAME.test(entry.name));
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => shardsIn(join(folder, name)));
  return [...here.map((entry) => join(folder, entry.name)), ...below];
}

/** A folder that may not be read, such as lost+found, has none. */
function shardsIn(folder: string): readonly string[] {
  try {
    return list(folder).flatMap(({ name }) => (NAME.test(name) ? [join(folder, name)] : []));
  } catch {
    return [];
  }
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

function unreadable(path: string, cause: unknown): CliError {
  return new CliError(wording`Cannot read ${path}: ${(cause as Error).message}`, null, { cause });
}
