import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { BundleJob } from '../slidev/bundle-job.ts';
import { temporaryError } from './temporary-error.ts';
import type { AuditOptions, PrintableDeck } from './types.ts';

/**
 * Writes decks and assets into `root`, for Slidev to read.
 * @param no no two sets of decks in one root have the same
 * @throws RangeError when an asset's path leaves the folder; CliError where there is no room
 */
export async function writeSources(
  root: string,
  {
    decks,
    assets,
    themeRoot,
    fontFolders = {},
    shellFolder,
  }: Pick<AuditOptions, 'decks' | 'assets' | 'themeRoot' | 'fontFolders' | 'shellFolder'>,
  no = 0,
): Promise<BundleJob> {
  const files = [
    ...assets.map(({ path, bytes }) => ({ path, content: bytes })),
    ...decks.map(({ text }, index) => ({ path: nameOf(no, index), content: text })),
  ];
  for (const { path, content } of files) {
    const file = resolve(root, path);
    if (!file.startsWith(root + sep))
      throw new RangeError(`the asset "${path}" is outside of the decks' folder`);
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    } catch (cause) {
      throw temporaryError(cause);
    }
  }
  const described = decks.map((deck, index) => describe(deck, nameOf(no, index)));
  return { root, no, themeRoot, fontFolders, decks: described, shellFolder: shellFolder ?? null };
}

function describe({ title, lang, accent, look }: PrintableDeck, file: string): BundleJob['decks'][number] {
  return { file, title, lang, accent, look };
}

/** A slug may hold characters that mean something in Slidev's imports; a number does not. */
function nameOf(no: number, index: number): string {
  return `talkdeck-${no}-${index + 1}.md`;
}
