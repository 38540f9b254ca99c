import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../base/files.ts';
import { CliError } from '../cli-error.ts';
import { productReport } from './deck-report.ts';
import type { ExportedDeck } from './export-decks.ts';
import type { Shard } from './export-plan.ts';
import { packShard, type ShardManifest, shardName } from './shard-file.ts';

/**
 * Writes what this machine has exported as one file, for `export --merge`.
 *
 * @param made of what, and as what
 * @param exported this machine's decks; null where not every one could be printed: then a file of an earlier export
 * is removed, lest it be merged
 * @returns the file's name below out/, or null
 * @throws CliError where it cannot be written
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

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (cause) {
    const hint = 'It is of an earlier export, and must not be merged.';
    throw new CliError(`Cannot remove ${path}: ${(cause as Error).message}`, hint, { cause });
  }
}
