import { writeFiles } from '../output/write-files.ts';
import type { PrintAsset, PrintableDeck } from '../print/types.ts';
import { productReport } from './deck-report.ts';
import type { ExportedDeck } from './export-decks.ts';
import type { Shard } from './export-plan.ts';
import { contentOf, packShard, shardName } from './shard-file.ts';

/**
 * Writes what this machine has exported as one file, for `export --merge`.
 *
 * @param all the decks of all shards
 * @param exported those of this one
 * @returns the file's name below out/
 */
export function writeShard(
  outFolder: string,
  shard: Shard,
  all: { readonly decks: readonly PrintableDeck[]; readonly assets: readonly PrintAsset[] },
  exported: readonly ExportedDeck[],
): string {
  const path = shardName(shard);
  const decks = exported.map(({ slug, slides, products }) => ({
    slug,
    slides,
    products: products.map((product) => {
      const { kind, pages, files } = productReport(product);
      return { kind, pages, files: [...files] };
    }),
  }));
  const files = exported.flatMap(({ products }) => products.flatMap((product) => product.files));
  const manifest = { ...shard, content: contentOf(all.decks, all.assets), decks };
  writeFiles(outFolder, [{ path, content: packShard(manifest, files) }]);
  return path;
}
