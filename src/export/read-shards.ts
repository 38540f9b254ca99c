import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFile, whyNotRead } from '../base/read-file.ts';
import { CliError } from '../cli-error.ts';
import { type ShardContents, shardName, unpackShard } from './shard-file.ts';
import type { ShardState } from './shard-state.ts';

const ONE_COMMIT = 'Export all shards from one commit, and merge them with the same commit checked out.';

const NAME = /^shard-\d+-of-\d+\.zip$/;

/** Of one shard, which is read as a whole. */
const LARGEST_BYTES = 2 ** 30;

/** A shard, and where it was. */
export interface FoundShard extends ShardContents {
  readonly path: string;
}

/**
 * The shards below some folders, in order: each once, and all of them.
 *
 * @param state what they must have been made of
 * @param isExpected whether the meetup's decks have such a file
 * @throws CliError where one is missing, damaged, or of another state; or where they were made for other things
 */
export function readShards(
  folders: readonly string[],
  state: ShardState,
  isExpected: (path: string) => boolean,
): readonly FoundShard[] {
  const paths = folders.flatMap(shardsBelow).sort();
  const shards = paths.map((path) => {
    const shard = unpackShard(read(path), isExpected);
    if (!shard) throw new CliError(`${path} is damaged, or no shard.`, 'Export this shard once more.');
    const other = difference(shard.manifest, state);
    if (other) throw new CliError(`${path} was made ${other}.`, ONE_COMMIT);
    return { ...shard, path };
  });
  const [first] = shards;
  if (!first) {
    throw new CliError(
      `There is no shard in ${folders.join(', ')}.`,
      `Name the folders that hold the files ${shardName({ index: 1, of: 3 })} and so on.`,
    );
  }
  const { of, options } = first.manifest;
  const odd = shards.findIndex(({ manifest }) => manifest.options !== options);
  if (odd > 0) {
    throw new CliError(
      `${paths[odd]} holds what "export ${shards[odd]?.manifest.options}" gives, and ${paths[0]} what "export ${options}" does.`,
      'Export all shards with the same options.',
    );
  }
  return Array.from({ length: of }, (_, place) => {
    const found = shards.find(({ manifest }) => manifest.of === of && manifest.index === place + 1);
    if (found) return found;
    throw new CliError(
      `Shard ${place + 1} of ${of} is missing.`,
      `Name the folder that holds ${shardName({ index: place + 1, of })}, too.`,
    );
  });
}

function difference({ content, theme }: ShardState, state: ShardState): string | null {
  if (content !== state.content) return 'from another state of content/ or templates/';
  return theme === state.theme
    ? null
    : 'with another theme (templates/theme), or by another version of talkdeck';
}

/** Of a file that may come from anywhere: no link's, and nothing that never ends. */
function read(path: string): Uint8Array {
  const file = readFile(path, { place: 'anywhere', limit: LARGEST_BYTES });
  if (file.state === 'ok') return file.value;
  throw new CliError(`Cannot read ${path}: ${whyNotRead(file)}`);
}

/** In the folder, and in folders in it: each machine's results may lie in one of their own. */
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

/** A folder that may not be looked into, such as lost+found, has none. */
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
  return new CliError(`Cannot read ${path}: ${(cause as Error).message}`, null, { cause });
}
