import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { type TemporaryFolder, temporaryError, temporaryFolder } from '../../base/temporary-folder.ts';
import { type Bundler, startBundler } from '../../slidev/bundle/start-bundler.ts';
import type { Diagrams } from '../../slidev/file/drawn-diagrams.ts';
import type { Bundle, BundleJob } from '../../slidev/job.ts';
import type { AuditOptions, PrintableDeck } from '../types.ts';

/**
 * Makes one page of decks, with all that it needs.
 * @param diagrams of these decks or of more
 * @returns HTML, in UTF-8
 */
export type BundleFile = (
  decks: readonly PrintableDeck[],
  diagrams: Diagrams,
  title?: string,
) => Promise<Uint8Array>;

/** Bundles on the disk; one is made after the other. */
interface BundleFolder {
  bundle(decks: readonly PrintableDeck[]): Promise<Bundle>;
  readonly bundleFile: BundleFile;
  /** Removes everything. */
  dispose(): Promise<void>;
}

/**
 * Makes a temporary folder to bundle decks in, and starts a process that does it.
 *
 * @param signal ends the process when it aborts
 * @param started used instead of a new process, or ended
 */
export async function bundleFolder(
  options: Pick<AuditOptions, 'assets' | 'themeRoot' | 'fontFolders' | 'shellFolder'>,
  signal: AbortSignal,
  started?: Bundler,
): Promise<BundleFolder> {
  let folder: TemporaryFolder | undefined;
  let bundler = started;
  const dispose = async () => {
    await bundler?.dispose();
    await folder?.dispose();
  };
  try {
    signal.throwIfAborted();
    folder = await temporaryFolder();
    bundler ??= startBundler();
  } catch (error) {
    await dispose();
    throw error;
  }
  const [root, { bundle }] = [folder.path, bundler];
  let jobs = 0;
  let last: Promise<unknown> = Promise.resolve();
  const next = (decks: readonly PrintableDeck[], more: Partial<BundleJob>): Promise<Bundle> => {
    const no = jobs;
    jobs += 1;
    const assets = no === 0 ? options.assets : [];
    const made = last.then(async () => {
      const job = await writeSources(root, { ...options, decks, assets }, no);
      return bundle({ ...job, ...more }, signal);
    });
    last = made.catch(() => {}); // Whoever asked for it hears of it.
    return made;
  };
  return {
    bundle: (decks) => next(decks, {}),
    bundleFile: async (decks, diagrams, title) => {
      const more = { purpose: 'file', diagrams, ...(title === undefined ? {} : { title }) } as const;
      const { outDir, broken } = await next(decks, more);
      // The bundle that was looked at had none.
      if (broken.length > 0) throw new Error(`slides do not compile for one file: ${broken[0]?.detail}`);
      return readFile(join(outDir, 'index.html'));
    },
    dispose,
  };
}

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

function describe(
  { slug, title, lang, accent, look }: PrintableDeck,
  file: string,
): BundleJob['decks'][number] {
  return { file, slug, title, lang, accent, look };
}

/** A slug may hold characters that mean something in Slidev's imports; a number does not. */
function nameOf(no: number, index: number): string {
  return `talkdeck-${no}-${index + 1}.md`;
}
