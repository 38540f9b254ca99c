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
  return hasServer(purpose) ? join(userRoot, STYLE).replaceAll('\\', '/') : null;
}

/**
 * The options of a shell for slides of all kinds. Formulas are styled in each: in pages that travel a style sheet that
 * nothing uses would be a burden.
 */
export function forAllSlides(options: SlidevOptions): SlidevOptions {
  if (!hasServer(options.purpose)) return options;
  const { data } = options;
  return { ...options, data: { ...data, features: { ...data.features, katex: true } } };
}

const FOLDER = 'mermaid';
const ENTRY = 'mermaid.esm.min.mjs';
const CHUNKS = 'chunks/mermaid.esm.min';

/** Leaves out of a shell what comes with the slides: their style sheet, and Mermaid, which takes as long to bundle as the rest. */
export function besideShell(options: SlidevOptions): Plugin {
  const style = styleBeside(options);
  return {
    name: 'talkdeck:beside-shell',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler: (id) =>
        id === 'mermaid/dist/mermaid.esm.mjs' ? { id: `/${FOLDER}/${ENTRY}`, external: 'absolute' } : null,
    },
    load: (id) => (id === style ? '' : null),
  };
}

/** Puts Mermaid, as it is published, beside a bundle whose slides draw diagrams with it. */
export async function copyMermaid(
  { clientRoot, data, purpose }: SlidevOptions,
  outDir: string,
): Promise<void> {
  if (!data.features.mermaid || !hasServer(purpose)) return;
  const from = dirname(createRequire(join(clientRoot, 'main.ts')).resolve(`mermaid/dist/${ENTRY}`));
  const to = join(outDir, FOLDER);
  await mkdir(join(to, CHUNKS), { recursive: true });
  const chunks = (await readdir(join(from, CHUNKS))).filter((name) => name.endsWith('.mjs'));
  const files = [ENTRY, ...chunks.map((name) => `${CHUNKS}/${name}`)];
  await Promise.all(files.map((file) => copyFile(join(from, file), join(to, file))));
}

/** Whether pages are loaded from a server on this machine. */
const hasServer = (purpose: BundlePurpose) => purpose === 'print' || purpose === 'stage';
