import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { BundleJob } from '../slidev/bundle-job.ts';
import type { AuditOptions, PrintableDeck } from './types.ts';

/**
 * Writes decks and assets into `root`, for Slidev to read.
 * @throws RangeError when an asset's path leaves the folder
 */
export async function writeSources(
  root: string,
  {
    decks,
    assets,
    themeRoot,
    shellFolder,
  }: Pick<AuditOptions, 'decks' | 'assets' | 'themeRoot' | 'shellFolder'>,
): Promise<BundleJob> {
  for (const { path, bytes } of assets) {
    const file = resolve(root, path);
    if (!file.startsWith(root + sep))
      throw new RangeError(`the asset "${path}" is outside of the decks' folder`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  const described = decks.map(describe);
  await Promise.all(decks.map(({ text }, index) => writeFile(join(root, nameOf(index)), text)));
  return { root, themeRoot, decks: described, shellFolder: shellFolder ?? null };
}

function describe({ title, lang, accent, look }: PrintableDeck, index: number): BundleJob['decks'][number] {
  return { file: nameOf(index), title, lang, accent, look };
}

/** A slug may hold characters that mean something in Slidev's imports; a number does not. */
function nameOf(index: number): string {
  return `talkdeck-${index + 1}.md`;
}
