import { cp, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentDigest, digestOfAll } from '../base/changed.ts';
import type { Project } from '../base/project.ts';
import { ownVersion } from '../base/project.ts';
import { sharedFolder } from '../base/store.ts';
import type { Compilation } from '../build/compile.ts';
import type { Meetup } from '../content/summary/meetup.ts';
import { printableDecks } from '../export/printable-decks.ts';
import { writeSources } from '../print/visit/bundle-folder.ts';
import type { Bundler } from '../slidev/bundle/start-bundler.ts';
import { describeEvening } from './describe-evening.ts';
import type { Manifest } from './manifest.ts';
import { allWords } from './pages/words.ts';

/** The evening as one application: all decks in the order in which they are presented. */
export interface Stage {
  readonly manifest: Manifest;
  /** Absolute path of the folder with the files of the manifest. */
  readonly folder: string;
  /** Slides that did not compile, replaced by empty ones. */
  readonly broken: readonly { readonly deck: string; readonly slide: number; readonly detail: string }[];
}

/** The pages' compiled scripts. */
const PAGES = fileURLToPath(new URL('pages/', import.meta.url));
const STYLES = fileURLToPath(new URL('../../templates/present/', import.meta.url));
/** Folder of scripts and style sheets in the bundle. */
const SCRIPTS = 'stage';

/**
 * An identifier for what would be built: the same for the same decks.
 * @returns letters, digits, hyphens and underscores
 */
export function stageVersion({ themeFolder }: Project, { files }: Compilation): string {
  const decks = files.flatMap(({ path, content }) => [path, content]);
  return digestOfAll([ownVersion(), contentDigest([themeFolder, PAGES]), ...decks]).slice(0, 16);
}

/**
 * Builds all decks into one application.
 * @param root absolute path of a temporary folder, the same for all builds with one bundler
 * @param no different for each build
 * @throws CliError as the bundler does
 */
export async function buildStage(
  project: Project,
  { value: compilation, meetup }: { readonly value: Compilation; readonly meetup: Meetup },
  {
    bundler,
    root,
    no,
    signal,
  }: {
    readonly bundler: Bundler;
    readonly root: string;
    readonly no: number;
    readonly signal?: AbortSignal;
  },
): Promise<Stage> {
  const title = meetup.event.title;
  const printable = printableDecks(project, compilation);
  const job = await writeSources(root, { ...printable, shellFolder: sharedFolder('shell') }, no);
  const bundle = await bundler.bundle(
    { ...job, title, shownBeside: allWords(meetup.event.lang), purpose: 'stage' },
    signal,
  );
  const folder = bundle.outDir;
  await cp(PAGES, join(folder, SCRIPTS), { recursive: true });
  await cp(STYLES, join(folder, SCRIPTS), { recursive: true });
  const version = stageVersion(project, compilation);
  const decks = compilation.decks.map(({ deck }) => deck);
  const manifest: Manifest = {
    version,
    ...describeEvening(
      meetup,
      decks,
      bundle.slides.map(({ alias }) => alias),
    ),
    files: await filesOf(folder),
  };
  await writeFile(join(folder, 'index.html'), await stagePage(folder, manifest));
  return {
    manifest,
    folder,
    broken: bundle.broken.map(({ slide, detail }) => {
      const { deck = 0, index = 0 } = bundle.slides[slide] ?? {};
      return { deck: decks[deck]?.slug ?? '', slide: index + 1, detail };
    }),
  };
}

/** Slidev's page, extended to a stage. */
async function stagePage(folder: string, { version, lang }: Manifest): Promise<string> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const head = [
    `<meta name="talkdeck-stage" content="${version}">`,
    '<link rel="icon" href="data:,">',
    `<link rel="stylesheet" href="/${SCRIPTS}/stage.css">`,
  ];
  // Before Slidev's own script, which takes long to load: keys pressed meanwhile are remembered.
  const script = `<script type="module" src="/${SCRIPTS}/stage.js"></script>`;
  return html
    .replace(/<html[^>]*>/, (tag) =>
      / lang=/.test(tag) ? tag : tag.replace('<html', `<html lang="${lang}"`),
    )
    .replace('<head>', (tag) => `${tag}\n${script}`)
    .replace('</head>', () => `${head.join('\n')}\n</head>`);
}

/** Addresses of all files in a folder, following its links; sorted. */
async function filesOf(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const [path, url] = [join(folder, entry.name), `${below}/${entry.name}`];
      const isFolder = entry.isDirectory() || entry.isSymbolicLink();
      return isFolder ? filesOf(await realpath(path), url) : [url];
    }),
  );
  return found.flat().sort();
}
