import { basename, join } from 'node:path';
import type { resolveOptions } from '@slidev/cli';
import { build, type InlineConfig, mergeConfig } from 'vite';
import type { Bundle, BundledSlide, BundleJob } from '../job.ts';
import { type SlidevOptions, slidevOptions, slidevPlugins } from '../options.ts';
import { type BrokenSlides, buildAroundBroken, guardSlides } from '../plugins/around-broken.ts';
import { baseConfig, forPurpose, gatherSlides, keepMarks, keepUsedFonts } from '../plugins/bundle-plugins.ts';
import { notesApart } from '../plugins/notes-apart.ts';
import { bundleOnShell } from '../shell/bundle-on-shell.ts';
import { openShell, suitsShell } from '../shell/open-shell.ts';
import type { Shell } from '../shell/shell.ts';
import { writeEntry } from './write-entry.ts';

/**
 * Builds one application from all decks with Slidev's public API. A slide that does not compile is replaced by an empty
 * one and reported; every other error is thrown.
 *
 * Within a process, call it for one job at a time, all in one root (see start-bundler.ts): Slidev keeps the first
 * entry's folder.
 *
 * @param given the shell to use, null for none; by default the one for these slides
 */
export async function bundleSlides(job: BundleJob, given?: Shell | null): Promise<Bundle> {
  const entry = await writeEntry(job);
  const outDir = join(job.root, `dist-${job.no}`);
  const options = await slidevOptions(entry, job);
  const slides = numberSlides(options.data.slides, job);
  const shell = given === undefined ? await shellFor(options, job) : given;
  const onShell = shell && (await bundleOnShell(options, job, shell, outDir));
  const broken = onShell ?? (await whole(entry, job, outDir));
  const { canvasWidth, aspectRatio } = options.data.config;
  if (job.purpose === 'file') {
    const { writeOneFile } = await import('../file/write-one-file.ts');
    await writeOneFile(outDir, job, options.data.config);
  }
  return {
    outDir,
    slides,
    broken: [...broken].map(([no, detail]) => ({ slide: no - 1, detail })),
    width: canvasWidth,
    // As in @slidev/client/env.ts. The unrounded quotient would add an empty page after each page.
    height: Math.ceil(canvasWidth / aspectRatio),
  };
}

/** Null if these slides must be bundled together with the client. */
export async function shellFor(options: SlidevOptions, job: BundleJob): Promise<Shell | null> {
  if (!job.shellFolder || !(await suitsShell(options))) return null;
  // A theme may contain a layout that does not compile and that no slide uses.
  return openShell(options, job.themeRoot, job.shellFolder).catch(() => null);
}

/** Reads the slides again, since the earlier attempt may have emptied some. */
async function whole(entry: string, job: BundleJob, outDir: string): Promise<BrokenSlides> {
  const options = await slidevOptions(entry, job);
  numberSlides(options.data.slides, job);
  return bundleWhole(options, job, outDir);
}

/** Builds Slidev's client, the theme and the slides together, which works for every theme. */
async function bundleWhole(options: SlidevOptions, job: BundleJob, outDir: string): Promise<BrokenSlides> {
  const indexHtml = join(options.userRoot, 'index.html').replaceAll('\\', '/');
  const base = await baseConfig(options, outDir);
  return buildAroundBroken(options, async (broken, report) => {
    const own: InlineConfig = {
      plugins: [
        {
          name: 'talkdeck:index',
          enforce: 'pre',
          resolveId: (id) => (id === indexHtml ? id : null),
          load: (id) => (id === indexHtml ? options.utils.indexHtml : null),
        },
        ...forPurpose(options),
        ...(options.purpose === 'stage' ? [notesApart()] : []),
        gatherSlides(options),
        // Contains the random part of the temporary folder's name.
        ...keepMarks(`__${basename(job.root)}__`),
        keepUsedFonts(job),
        ...guardSlides(await slidevPlugins(options), broken, report),
      ],
      build: {
        cssCodeSplit: options.purpose !== 'file',
        rollupOptions: { input: { index: indexHtml } },
      },
    };
    await build(mergeConfig(base, own));
  });
}

type LoadedSlide = Awaited<ReturnType<typeof resolveOptions>>['data']['slides'][number];

/**
 * Gives each slide the front matter that it would have if its deck were alone, and a `talkdeck` key with the page
 * number within its deck (shown in the theme's footer).
 */
function numberSlides(slides: LoadedSlide[], { decks, purpose }: BundleJob): BundledSlide[] {
  const deckOf = (slide: LoadedSlide) =>
    decks.findIndex(({ file }) => slide.source.filepath.endsWith(`/${file}`));
  const totals = decks.map((_, deck) => slides.filter((slide) => deckOf(slide) === deck).length);
  const pages = decks.map(() => 0);
  return slides.map((slide) => {
    const number = deckOf(slide);
    const deck = decks[number];
    if (!deck) throw new Error(`a slide of ${slide.source.filepath} belongs to no deck`);
    const page = (pages[number] ?? 0) + 1;
    pages[number] = page;
    const own = slide.source.frontmatter;
    const alias = own.routeAlias == null ? null : String(own.routeAlias);
    slide.frontmatter = {
      ...(page === 1 ? { layout: 'cover' } : {}),
      lang: deck.lang,
      // Replaces what Slidev merged in from the entry's front matter.
      ...own,
      talkdeck: {
        page,
        total: totals[number] ?? 0,
        title: deck.title,
        lang: deck.lang,
        accent: deck.accent,
        look: deck.look,
        ...(purpose === 'file' || purpose === 'web' ? { slug: deck.slug ?? '', alias } : {}),
      },
    };
    // Decks presented as one may have two slides with the same name; pages without a server find it themselves.
    if (purpose !== undefined && purpose !== 'print') Reflect.deleteProperty(slide.frontmatter, 'routeAlias');
    return { deck: number, index: slide.source.index, alias };
  });
}
