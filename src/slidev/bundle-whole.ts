import { basename, join } from 'node:path';
import { build, type InlineConfig, mergeConfig } from 'vite';
import { baseConfig } from './base-config.ts';
import { type BrokenSlides, buildAroundBroken } from './build-around-broken.ts';
import type { BundleJob } from './bundle-job.ts';
import { gatherSlides } from './gather-slides.ts';
import { guardSlides } from './guard-slides.ts';
import { keepMarks } from './keep-marks.ts';
import { keepUsedFonts } from './keep-used-fonts.ts';
import { printPagesOnly } from './print-pages-only.ts';
import { showRange } from './show-range.ts';
import type { SlidevOptions } from './slidev-options.ts';
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
