import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { type ShardContents, shardName, unpackShard } from './shard-file.ts';

const NAME = /^shard-\d+-of-\d+\.zip$/;

/**
 * The shards below some folders, in order: each once, and all of them.
 *
 * @param content digest of the decks that they must have been made from
 * @throws CliError where one is missing, damaged, or of another state of the content
 */
export function readShards(folders: readonly string[], content: string): readonly ShardContents[] {
  const paths = folders.flatMap(shardsBelow).sort();
  const shards = paths.map((path) => {
    const shard = unpackShard(readFileSync(path));
    if (!shard) throw new CliError(`${path} is damaged, or no shard.`, 'Export this shard once more.');
    if (shard.manifest.content !== content) {
      throw new CliError(
        `${path} was made from another state of content/ or templates/.`,
        'Export all shards from one commit, and merge them with the same commit checked out.',
      );
    }
    return shard;
  });
  const [first] = shards;
  if (!first) {
    throw new CliError(
      `There is no shard in ${folders.join(', ')}.`,
      `Name the folders that hold the files ${shardName({ index: 1, of: 3 })} and so on.`,
    );
  }
  const { of } = first.manifest;
  return Array.from({ length: of }, (_, place) => {
    const found = shards.find(({ manifest }) => manifest.of === of && manifest.index === place + 1);
    if (found) return found;
    throw new CliError(
      `Shard ${place + 1} of ${of} is missing.`,
      `Name the folder that holds ${shardName({ index: place + 1, of })}, too.`,
    );
  });
}

/** In the folder, and in folders in it: each machine's results may lie in one of their own. */
function shardsBelow(folder: string): readonly string[] {
  let entries: ReturnType<typeof list>;
  try {
    entries = list(folder);
  } catch (cause) {
    throw new CliError(`Cannot read ${folder}: ${(cause as Error).message}`, null, { cause });
  }
  const here = entries.filter((entry) => entry.isFile() && NAME.test(entry.name));
  const below = entries
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => {
      const inner = join(folder, entry.name);
      return list(inner).flatMap((file) => (NAME.test(file.name) ? [join(inner, file.name)] : []));
    });
  return [...here.map((entry) => join(folder, entry.name)), ...below];
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}
