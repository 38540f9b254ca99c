import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { type TemporaryFolder, temporaryError, temporaryFolder } from '../../base/temporary-folder.ts';
import { type Bundler, startBundler } from '../../slidev/bundle/start-bundler.ts';
import type { Diagrams } from '../../slidev/file/drawn-diagrams.ts';
import type { Bundle, BundleJob } from '../../slidev/job.ts';
import type { AuditOptions, PrintableDeck } from '../types.ts';

/**
 * Makes a single self-contained page of decks.
 * @param diagrams of at least these decks
 * @returns HTML, in UTF-8
 */
export type BundleFile = (
  decks: readonly PrintableDeck[],
  diagrams: Diagrams,
  title?: string,
) => Promise<Uint8Array>;

/** Bundles on disk, made one after another. */
interface BundleFolder {
  bundle(decks: readonly PrintableDeck[]): Promise<Bundle>;
  readonly bundleFile: BundleFile;
  /** Removes everything. */
  dispose(): Promise<void>;
}

/**
 /**
 * Makes a temporary folder for bundling decks, and starts a process that bundles.
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
    last = made.catch(() => {}); // Its caller handles the error.
    return made;
  };
  return {
    bundle: (decks) => next(decks, {}),
    bundleFile: async (decks, diagrams, title) => {
      const more = { purpose: 'file', diagrams, ...(title === undefined ? {} : { title }) } as const;
      const { outDir, broken } = await next(decks, more);
      // The inspected bundle had none.
      if (broken.length > 0) throw new Error(`slides do not compile for one file: ${broken[0]?.detail}`);
      return readFile(join(outDir, 'index.html'));
    },
    dispose,
  };
}

/**
 * Writes decks and assets into `root`, for Slidev to read.
 * @param no unique among the sets of decks in one root
 * @throws RangeError if an asset's path leaves the folder; CliError if the disk is full
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

/** A slug may contain characters with a meaning in Slidev's imports; a number does not. */
function nameOf(no: number, index: number): string {
  return `talkdeck-${no}-${index + 1}.md`;
}
