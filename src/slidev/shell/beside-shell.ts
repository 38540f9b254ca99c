import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import type { BundlePurpose } from '../job.ts';
import type { SlidevOptions } from '../options.ts';

/** A meetup's colours and fonts. */
const STYLE = 'style.css';

/**
 * Path of the style sheet beside the slides. It is bundled with them, so that meetups with different colours share a
 * shell. Null for a site, whose decks share it and the meetup's fonts: there it belongs to the shell.
 */
export function styleBeside({
  purpose,
  userRoot,
}: Pick<SlidevOptions, 'purpose' | 'userRoot'>): string | null {
  return staysHere(purpose) ? join(userRoot, STYLE).replaceAll('\\', '/') : null;
}

/**
 * Options for a shell that suits slides with and without formulas. Pages that leave this machine only carry the styles of
 * formulas if they have some.
 */
export function forAllSlides(options: SlidevOptions): SlidevOptions {
  if (!staysHere(options.purpose)) return options;
  const { data } = options;
  return { ...options, data: { ...data, features: { ...data.features, katex: true } } };
}

const FOLDER = 'mermaid';
const ENTRY = 'mermaid.esm.min.mjs';
const CHUNKS = 'chunks/mermaid.esm.min';

/** Where the shell loads Mermaid from. */
export const MERMAID_URL = `/${FOLDER}/${ENTRY}`;

/** Leaves out what comes with the slides: their style sheet, and Mermaid, which takes seconds to bundle. */
export function besideShell(options: SlidevOptions): Plugin {
  const style = styleBeside(options);
  return {
    name: 'talkdeck:beside-shell',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler: (id) =>
        staysHere(options.purpose) && id === 'mermaid/dist/mermaid.esm.mjs'
          ? { id: MERMAID_URL, external: 'absolute' }
          : null,
    },
    load: (id) => (id === style ? '' : null),
  };
}

/** Copies Mermaid, as published, beside a bundle. */
export async function copyMermaid({ clientRoot }: SlidevOptions, outDir: string): Promise<void> {
  const from = dirname(createRequire(join(clientRoot, 'main.ts')).resolve(`mermaid/dist/${ENTRY}`));
  const to = join(outDir, FOLDER);
  await mkdir(join(to, CHUNKS), { recursive: true });
  const chunks = (await readdir(join(from, CHUNKS))).filter((name) => name.endsWith('.mjs'));
  const files = [ENTRY, ...chunks.map((name) => `${CHUNKS}/${name}`)];
  await Promise.all(files.map((file) => copyFile(join(from, file), join(to, file))));
}

/** Whether pages stay on this machine, unlike those of a site and a single file. */
const staysHere = (purpose: BundlePurpose) => purpose === 'print' || purpose === 'stage';
