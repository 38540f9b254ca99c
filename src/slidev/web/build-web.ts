import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { digestOf } from '../../base/changed.ts';
import { openStore, type Store } from '../../base/store.ts';
import { bundleSlides, shellFor } from '../bundle/bundle-slides.ts';
import { writeEntry } from '../bundle/write-entry.ts';
import { fontCutter } from '../file/cut-fonts.ts';
import { paper } from '../file/write-one-file.ts';
import type { BrokenSlide, Bundle, BundledSlide, BundleJob } from '../job.ts';
import { slidevOptions } from '../options.ts';
import { isUsedBy } from '../shell/bundle-on-shell.ts';
import type { Shell } from '../shell/shell.ts';

/**
 * Builds the decks of a site: each in its own folder, `1/` and so on, beside what they share: `shell/`, `fonts/` with
 * `fonts.css`, and `paper.css` for printing. If a theme does not suit a shell, nothing more is shared. A deck built
 * before, for the same shell, is taken from the store.
 */
export async function buildWeb(job: BundleJob): Promise<Bundle> {
  const outDir = join(job.root, `dist-${job.no}`);
  const store = openStore(job.keptFolder ?? null);
  const options = await slidevOptions(await writeEntry(job), job);
  // One for all: its contents depend on whether any deck has formulas or diagrams.
  const shell = await shellFor(options, job);
  const slides: BundledSlide[] = [];
  const broken: BrokenSlide[] = [];
  for (const [index, deck] of job.decks.entries()) {
    const folder = join(outDir, `${index + 1}`);
    const key = deck.key === undefined ? null : `deck-${digestOf(`${deck.key} ${shell?.folder ?? ''}`)}`;
    const before = key && store.get(key);
    if (before) {
      await unpack(before, folder);
      continue;
    }
    const made = await bundleSlides({ ...job, no: `${job.no}-${index + 1}`, decks: [deck] }, shell);
    broken.push(...made.broken.map((slide) => ({ ...slide, slide: slide.slide + slides.length })));
    slides.push(...made.slides.map((slide) => ({ ...slide, deck: index })));
    await cp(made.outDir, folder, { recursive: true });
    if (key && made.broken.length === 0) store.put(key, await pack(folder));
  }
  if (shell) {
    await copyUsed(shell, outDir);
    await writeFonts(shell, job, store, outDir);
  }
  const { canvasWidth, aspectRatio } = options.data.config;
  await writeFile(join(outDir, 'paper.css'), `${paper(options.data.config)}\n`);
  return { outDir, slides, broken, width: canvasWidth, height: Math.ceil(canvasWidth / aspectRatio) };
}

async function pack(folder: string): Promise<Uint8Array> {
  const files = await filesOf(folder);
  return zipSync(Object.fromEntries(files), { level: 0 });
}

async function unpack(packed: Uint8Array, folder: string): Promise<void> {
  for (const [path, bytes] of Object.entries(unzipSync(packed))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

async function filesOf(folder: string): Promise<[path: string, bytes: Uint8Array][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path)]),
  );
}

/** Copies only the files of a shell that decks need, directly or indirectly. */
async function copyUsed({ folder }: Shell, outDir: string): Promise<void> {
  const names = await readdir(folder);
  const texts = await Promise.all(
    (await filesOf(outDir)).filter(([path]) => /\.(?:html|js)$/.test(path)).map(([, bytes]) => textOf(bytes)),
  );
  const used = new Set<string>();
  const see = async (text: string): Promise<void> => {
    for (const name of names) {
      if (used.has(name) || !text.includes(name)) continue;
      used.add(name);
      if (/\.(?:js|css)$/.test(name)) await see(await readFile(join(folder, name), 'utf8'));
    }
  };
  for (const text of texts) await see(text);
  for (const name of used) await cp(join(folder, name), join(outDir, 'shell', name));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

/** Writes the faces that any deck uses, each subset to the characters used in all decks. */
async function writeFonts(shell: Shell, job: BundleJob, store: Store, outDir: string): Promise<void> {
  const cut = fontCutter(job, store);
  await mkdir(join(outDir, 'fonts'), { recursive: true });
  const rules: string[] = [];
  for (const { css, file } of shell.faces.filter(isUsedBy(job))) {
    const font = await cut(await readFile(file), css);
    if (font === null) continue;
    const name = font.isCut ? `${digestOf(font.bytes, 'hex').slice(0, 16)}.woff2` : basename(file);
    await writeFile(join(outDir, 'fonts', name), font.bytes);
    rules.push(css.replace(/src:[^;}]*;?/g, '').replace('{', `{ src: url("fonts/${name}") format("woff2");`));
  }
  await writeFile(join(outDir, 'fonts.css'), `${rules.join('\n')}\n`);
}
