import { symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type InlineConfig, mergeConfig, type Plugin } from 'vite';
import { baseConfig } from '../base-config.ts';
import { builtFiles } from '../built-files.ts';
import { guardSlides } from '../guard-slides.ts';
import type { BundleJob } from '../job.ts';
import { keepMarks } from '../keep-marks.ts';
import type { SlidevOptions } from '../options.ts';
import { type BrokenSlides, buildAroundBroken } from '../plugins/around-broken.ts';
import { gatherSlides } from '../plugins/bundle-plugins.ts';
import { usedFaces } from '../plugins/used-faces.ts';
import { slidevPlugins } from '../slidev-plugins.ts';
import { linkToShell, type ShellUse } from './link-to-shell.ts';
import { type Shell, SLIDE_DATA } from './shell.ts';
import { shellPage } from './shell-page.ts';
import { writeFaces } from './write-faces.ts';

/** Slides need no classes made, no server, no editor. */
const NOT_FOR_SLIDES = /^(?:unocss:|slidev:(?:mcp|monaco|patch-monaco|pwa)|vite-plugin-vue-server-ref)/;

/**
 * Builds the slides alone, to be shown in a shell.
 * @returns null where a slide asks for what the shell does not have
 */
export async function bundleOnShell(
  options: SlidevOptions,
  job: BundleJob,
  shell: Shell,
  outDir: string,
): Promise<BrokenSlides | null> {
  const base = await baseConfig(options, outDir);
  const use: ShellUse = { used: new Set(), foreign: new Set() };
  const scripts: string[] = [];
  const styles: string[] = [];
  const broken = await buildAroundBroken(options, async (known, report) => {
    const plugins = await slidevPlugins(options);
    const own: InlineConfig = {
      plugins: [
        linkToShell(shell, options.userRoot, use),
        gatherSlides(options),
        // The temporary folder's name has a random part.
        ...keepMarks(`__${basename(job.root)}__`),
        ...guardSlides(plugins.filter(isForSlides), known, report),
      ],
      build: {
        cssCodeSplit: false,
        rollupOptions: {
          input: Object.fromEntries(Object.entries(SLIDE_DATA).map(([name, { id }]) => [name, id])),
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: '[name].js' },
        },
      },
    };
    try {
      const files = builtFiles(await build(mergeConfig(base, own)));
      const urls = files.map(({ fileName }) => `/${fileName}`);
      scripts.push(...urls.filter((url) => url.endsWith('.js')));
      styles.push(...urls.filter((url) => url.endsWith('.css')));
    } catch (error) {
      if (use.foreign.size === 0) throw error;
    }
  });
  if (use.foreign.size > 0) return null;
  const isUsed = usedFaces(job);
  const faces = await writeFaces(
    shell.faces.filter(({ css }) => isUsed(css)),
    outDir,
  );
  const modules = Object.entries(shell.modules).filter(([place]) => use.used.has(place));
  const parts = [shell.main, ...modules.map(([, module]) => module)];
  const page = shellPage(
    options.utils.indexHtml,
    shell.main.url,
    [...parts.flatMap((part) => part.scripts), ...scripts],
    [faces, ...parts.flatMap((part) => part.styles), ...styles],
  );
  await writeFile(join(outDir, 'index.html'), page);
  await symlink(shell.folder, join(outDir, 'shell'), 'junction');
  return broken;
}

function isForSlides({ name }: Plugin): boolean {
  return !NOT_FOR_SLIDES.test(name);
}
