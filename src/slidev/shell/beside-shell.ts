import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import type { BundlePurpose } from '../job.ts';
import type { SlidevOptions } from '../options.ts';

/** The look of a meetup: its colours and fonts. */
const STYLE = 'style.css';

/**
 * The style sheet beside the slides, which is bundled with them, so that meetups of all colours share a shell. Null
 * where the decks of a site share it, and the meetup's fonts: there it is part of the shell.
 */
export function styleBeside({
  purpose,
  userRoot,
}: Pick<SlidevOptions, 'purpose' | 'userRoot'>): string | null {
  return staysHere(purpose) ? join(userRoot, STYLE).replaceAll('\\', '/') : null;
}

/**
 * The options of a shell for slides of all kinds. Formulas are styled in each: in pages that travel a style sheet that
 * nothing uses would be a burden.
 */
export function forAllSlides(options: SlidevOptions): SlidevOptions {
  if (!staysHere(options.purpose)) return options;
  const { data } = options;
  return { ...options, data: { ...data, features: { ...data.features, katex: true } } };
}

const FOLDER = 'mermaid';
const ENTRY = 'mermaid.esm.min.mjs';
const CHUNKS = 'chunks/mermaid.esm.min';

/** Where a shell loads Mermaid from. */
export const MERMAID_URL = `/${FOLDER}/${ENTRY}`;

/** Leaves out what comes with the slides: their style sheet, and Mermaid, whose many modules take seconds to bundle. */
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

/** Puts Mermaid, as it is published, beside a bundle. */
export async function copyMermaid({ clientRoot }: SlidevOptions, outDir: string): Promise<void> {
  const from = dirname(createRequire(join(clientRoot, 'main.ts')).resolve(`mermaid/dist/${ENTRY}`));
  const to = join(outDir, FOLDER);
  await mkdir(join(to, CHUNKS), { recursive: true });
  const chunks = (await readdir(join(from, CHUNKS))).filter((name) => name.endsWith('.mjs'));
  const files = [ENTRY, ...chunks.map((name) => `${CHUNKS}/${name}`)];
  await Promise.all(files.map((file) => copyFile(join(from, file), join(to, file))));
}

/** Whether pages stay on this machine; those of a site, and one file, travel. */
const staysHere = (purpose: BundlePurpose) => purpose === 'print' || purpose === 'stage';
