import { join } from 'node:path';
import { bundleWhole } from '../bundle-whole.ts';
import type { Bundle, BundleJob } from '../job.ts';
import { numberSlides } from '../number-slides.ts';
import { type SlidevOptions, slidevOptions } from '../options.ts';
import type { BrokenSlides } from '../plugins/around-broken.ts';
import { bundleOnShell } from '../shell/bundle-on-shell.ts';
import { openShell } from '../shell/open-shell.ts';
import { suitsShell } from '../shell/suits-shell.ts';
import { writeEntry } from './write-entry.ts';

/**
 * Builds one application out of all decks with Slidev's public API. A slide that does not compile becomes an
 * empty one and is reported; every other error is thrown.
 *
 * In one process, call it for one job after the other, all in one root (see start-bundler.ts): Slidev keeps the first
 * entry's folder.
 */
export async function bundleSlides(job: BundleJob): Promise<Bundle> {
  const entry = await writeEntry(job);
  const outDir = join(job.root, `dist-${job.no}`);
  const options = await slidevOptions(entry, job);
  const slides = numberSlides(options.data.slides, job.decks);
  const broken = (await onShell(options, job, outDir)) ?? (await whole(entry, job, outDir));
  const { canvasWidth, aspectRatio } = options.data.config;
  return {
    outDir,
    slides,
    broken: [...broken].map(([no, detail]) => ({ slide: no - 1, detail })),
    width: canvasWidth,
    // As in @slidev/client/env.ts; the exact quotient would add an empty page after each page.
    height: Math.ceil(canvasWidth / aspectRatio),
  };
}

/** Null where these slides are to be bundled together with the client. */
async function onShell(options: SlidevOptions, job: BundleJob, outDir: string): Promise<BrokenSlides | null> {
  if (!job.shellFolder || !(await suitsShell(options))) return null;
  // A theme may have a layout that does not compile and that no slide uses.
  const shell = await openShell(options, job.themeRoot, job.shellFolder).catch(() => null);
  return shell && bundleOnShell(options, job, shell, outDir);
}

/** Reads the slides anew: the attempt before may have emptied some. */
async function whole(entry: string, job: BundleJob, outDir: string): Promise<BrokenSlides> {
  const options = await slidevOptions(entry, job);
  numberSlides(options.data.slides, job.decks);
  return bundleWhole(options, job, outDir);
}
