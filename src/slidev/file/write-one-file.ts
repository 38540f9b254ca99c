import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join, posix } from 'node:path';
import { rolldown } from 'rolldown';
import { mediaType } from '../../base/media-type.ts';
import { readBuiltPage } from '../bundle/built-page.ts';
import type { BundleJob } from '../job.ts';
import { fontCutter } from './cut-fonts.ts';
import { filePage } from './file-page.ts';

/** Size of a slide, in CSS pixels. */
export interface SlideSize {
  readonly canvasWidth: number;
  readonly aspectRatio: number;
}

/**
 * Turns a built application into one page, `index.html`, and removes its other files. The page makes no requests, and
 * its policy allows no other scripts and styles than its own.
 *
 * @param folder absolute
 */
export async function writeOneFile(folder: string, job: BundleJob, size: SlideSize): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const { main, styles } = readBuiltPage(page);
  const html = filePage(job, {
    script: await withAssets(await oneScript(folder, main), folder),
    style: `${await oneSheet(folder, styles, job)}\n${paper(size)}`,
  });
  // The folder may hold a link to the shell.
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
  await writeFile(join(folder, 'index.html'), html);
}

/** Vite's list of style sheets that come with a script; here all are present from the start. */
const SHEETS_OF_SCRIPTS = /^const __vite__mapDeps=\(i,m=__vite__mapDeps,d=.*\)=>i\.map\(i=>d\[i\]\);?$/gm;

async function oneScript(folder: string, main: string): Promise<string> {
  const at = (url: string) => join(folder, url);
  const bundle = await rolldown({
    input: at(main),
    plugins: [
      {
        name: 'talkdeck:from-folder',
        resolveId: (id, importer) =>
          id.startsWith('/')
            ? { id: id.startsWith(folder) ? id : at(id) }
            : importer && id.startsWith('.')
              ? { id: posix.join(posix.dirname(importer), id) }
              : null,
        load: async (id) => {
          const code = await readFile(id, 'utf8');
          return code.replaceAll(SHEETS_OF_SCRIPTS, 'const __vite__mapDeps = () => [];\n');
        },
      },
    ],
    logLevel: 'silent',
  });
  try {
    const { output } = await bundle.generate({
      format: 'es',
      codeSplitting: false,
      minify: true,
      comments: { legal: true },
    });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

function dataUrl(bytes: Buffer, path: string): string {
  const type = mediaType(path);
  return `data:${type};base64,${bytes.toString('base64')}`;
}

/** Replaces the addresses of pictures and videos with their data. */
async function withAssets(code: string, folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const assets = entries.filter((entry) => entry.isFile() && /^\.(?!js|css|html)/.test(extname(entry.name)));
  let text = code;
  for (const { parentPath, name } of assets) {
    const path = join(parentPath, name);
    const url = path.slice(folder.length).replaceAll('\\', '/');
    if (!text.includes(url)) continue;
    const data = dataUrl(await readFile(path), path);
    text = text.replaceAll(url, () => data);
  }
  return text;
}

const FACE = /@font-face\s*\{[^}]*\}/g;
const URL_IN_CSS = /url\(\s*(["']?)([^"')]+)\1\s*\)/g;

/** Joins style sheets, with fonts subset to what is shown. */
async function oneSheet(folder: string, sheets: readonly string[], job: BundleJob): Promise<string> {
  const cutFont = fontCutter(job);
  const texts: string[] = [];
  for (const sheet of sheets) {
    const css = await readFile(join(folder, sheet), 'utf8');
    const pathOf = (url: string) =>
      join(folder, url.startsWith('/') ? url : posix.join(posix.dirname(sheet), url.replace(/[?#].*$/, '')));
    const withFonts = await replaceEach(css, FACE, async (face) => {
      // The first of several formats is the one that all current browsers read.
      const [, , url = ''] = [...face.matchAll(URL_IN_CSS)][0] ?? [];
      if (url === '' || url.startsWith('data:')) return face;
      const cut = await cutFont(await readFile(pathOf(url)), face);
      if (cut === null) return '';
      const { bytes, isCut } = cut;
      const data = dataUrl(bytes, isCut ? 'font.woff2' : url);
      const format = isCut ? ' format("woff2")' : '';
      return face.replaceAll(/src:[^;}]*;?/g, '').replace('{', () => `{ src: url("${data}")${format};`);
    });
    texts.push(
      await replaceEach(withFonts, URL_IN_CSS, async (whole, _, url) =>
        /^(?:data:|#)/.test(url ?? '')
          ? whole
          : `url("${dataUrl(await readFile(pathOf(url ?? '')), url ?? '')}")`,
      ),
    );
  }
  return texts.join('\n');
}

async function replaceEach(
  text: string,
  pattern: RegExp,
  replacement: (...match: string[]) => Promise<string>,
): Promise<string> {
  const made = await Promise.all([...text.matchAll(pattern)].map((match) => replacement(...match)));
  return text.replaceAll(pattern, () => made.shift() ?? '');
}

/** The same as Slidev's client adds to a page that is printed. */
export function paper({ canvasWidth, aspectRatio }: SlideSize): string {
  const size = `${canvasWidth}px ${Math.ceil(canvasWidth / aspectRatio)}px`;
  return `@page { size: ${size}; margin: 0; }
html.print * { transition: none !important; transition-duration: 0s !important; }`;
}
