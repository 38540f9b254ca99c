import { basename, join } from 'node:path';
import { resolveOptions, ViteSlidevPlugin } from '@slidev/cli';
import {
  build,
  type InlineConfig,
  loadConfigFromFile,
  mergeConfig,
  type Plugin,
  type PluginOption,
} from 'vite';
import type { Bundle, BundleJob } from './bundle-job.ts';
import { guardSlides, slideOfModule } from './guard-slides.ts';
import { keepMarks } from './keep-marks.ts';
import { keepUsedFonts } from './keep-used-fonts.ts';
import { numberSlides } from './number-slides.ts';
import { writeEntry } from './write-entry.ts';

type Options = Awaited<ReturnType<typeof resolveOptions>>;

const UNUSED_PAGES = /\/@slidev\/client\/pages\/(?:play|404|presenter\/print)\.vue$/;

/** Leaves out the pages that are not printed, and with them a third of Slidev's client. */
const printPagesOnly: Plugin = {
  name: 'talkdeck:print-pages-only',
  enforce: 'pre',
  load: (id) => (UNUSED_PAGES.test(id) ? '<template><div /></template>' : null),
};

/**
 * Builds one application out of all decks with Slidev's public API. A slide that does not compile becomes an
 * empty one and is reported; every other error is thrown.
 *
 * Call it once in a process (see bundle-decks.ts).
 */
export async function bundleSlides(job: BundleJob): Promise<Bundle> {
  const entry = await writeEntry(job);
  const themeRoot = job.themeRoot.replaceAll('\\', '/');
  const options = await resolveOptions({ entry, theme: themeRoot, download: true }, 'build');
  assertLoaded(options);
  const slides = numberSlides(options.data.slides, job.decks);
  const broken = await buildAll(options, job);
  const { canvasWidth, aspectRatio } = options.data.config;
  return {
    outDir: join(job.root, 'dist'),
    slides,
    broken: [...broken].map(([no, detail]) => ({ slide: no - 1, detail })),
    width: canvasWidth,
    // As in @slidev/client/env.ts; the exact quotient would add an empty page after each page.
    height: Math.ceil(canvasWidth / aspectRatio),
  };
}

/** Slidev collects what it could not read, and then goes on without it. */
function assertLoaded(options: Options): void {
  const errors = Object.values(options.data.markdownFiles).flatMap((file) => file.errors ?? []);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
}

/** Returns what went wrong, by 1-based slide number. */
async function buildAll(options: Options, job: BundleJob): Promise<Map<number, string>> {
  const broken = new Map<number, string>();
  const report = (no: number, detail: string) => {
    if (!broken.has(no)) broken.set(no, tidy(detail, job.root));
  };
  for (;;) {
    const known = broken.size;
    try {
      await buildOnce(options, job, broken, report);
      return broken;
    } catch (error) {
      // An error that the guard cannot catch, such as one of Vite's own plugins, still names its module.
      for (const { id, message } of errorsIn(error)) {
        const no = slideOfModule(id ?? message);
        if (no !== null) report(no, message);
      }
      if (broken.size === known) throw error;
    }
    for (const no of broken.keys()) {
      const slide = options.data.slides[no - 1];
      if (slide) Object.assign(slide, { content: '', title: '' });
    }
  }
}

async function buildOnce(
  options: Options,
  job: BundleJob,
  broken: ReadonlyMap<number, string>,
  report: (no: number, detail: string) => void,
): Promise<void> {
  const indexHtml = join(options.userRoot, 'index.html').replaceAll('\\', '/');
  // As Slidev's own commands do, which have no public function for it.
  const theme = await loadConfigFromFile(
    { mode: 'production', command: 'build' },
    undefined,
    options.themeRoots[0],
  );
  const own: InlineConfig = {
    root: options.userRoot,
    configFile: false,
    logLevel: 'error',
    define: { __VUE_PROD_DEVTOOLS__: 'false' },
    plugins: [
      {
        name: 'talkdeck:index',
        enforce: 'pre',
        resolveId: (id) => (id === indexHtml ? id : null),
        load: (id) => (id === indexHtml ? options.utils.indexHtml : null),
      },
      printPagesOnly,
      // The temporary folder's name has a random part.
      ...keepMarks(`__${basename(job.root)}__`),
      keepUsedFonts(job),
      ...guardSlides(await flatten(await ViteSlidevPlugin(options)), broken, report),
    ],
    build: {
      outDir: join(job.root, 'dist'),
      emptyOutDir: true,
      target: 'esnext',
      // The bundle is read once, from the disk: making it small takes longer than reading it.
      minify: false,
      cssMinify: false,
      sourcemap: false,
      reportCompressedSize: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rollupOptions: { input: { index: indexHtml } },
    },
  };
  await build(mergeConfig(theme?.config ?? {}, own));
}

async function flatten(option: PluginOption): Promise<Plugin[]> {
  const value = await option;
  if (!value) return [];
  return Array.isArray(value) ? (await Promise.all(value.map(flatten))).flat() : [value as Plugin];
}

interface ModuleError {
  readonly id?: string;
  readonly message: string;
}

function errorsIn(error: unknown): ModuleError[] {
  const errors = (error as { errors?: ModuleError[] }).errors;
  return errors && errors.length > 0 ? errors : [error as ModuleError];
}

function tidy(detail: string, root: string): string {
  return (
    detail
      .replaceAll(`${root}/`, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours start with ESC
      .replaceAll(/\u001B\[[\d;]*m/g, '')
      .trim()
  );
}
