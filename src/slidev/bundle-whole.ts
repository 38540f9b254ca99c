import { basename, join } from 'node:path';
import { build, type InlineConfig, mergeConfig } from 'vite';
import { baseConfig } from './base-config.ts';
import { guardSlides } from './guard-slides.ts';
import type { BundleJob } from './job.ts';
import { keepMarks } from './keep-marks.ts';
import { keepUsedFonts } from './keep-used-fonts.ts';
import type { SlidevOptions } from './options.ts';
import { type BrokenSlides, buildAroundBroken } from './plugins/around-broken.ts';
import { gatherSlides } from './plugins/bundle-plugins.ts';
import { printPagesOnly } from './print-pages-only.ts';
import { showRange } from './show-range.ts';
import { slidevPlugins } from './slidev-plugins.ts';

/** Builds Slidev's client, the theme and the slides together: the way that suits every theme. */
export async function bundleWhole(
  options: SlidevOptions,
  job: BundleJob,
  outDir: string,
): Promise<BrokenSlides> {
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
        printPagesOnly(),
        showRange(),
        gatherSlides(options),
        // The temporary folder's name has a random part.
        ...keepMarks(`__${basename(job.root)}__`),
        keepUsedFonts(job),
        ...guardSlides(await slidevPlugins(options), broken, report),
      ],
      build: { rollupOptions: { input: { index: indexHtml } } },
    };
    await build(mergeConfig(base, own));
  });
}
