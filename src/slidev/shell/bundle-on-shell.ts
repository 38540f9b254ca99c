import { existsSync } from 'node:fs';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type InlineConfig, mergeConfig, type Plugin } from 'vite';
import type { BundleJob } from '../job.ts';
import { type SlidevOptions, slidevPlugins } from '../options.ts';
import { type BrokenSlides, buildAroundBroken, guardSlides } from '../plugins/around-broken.ts';
import { baseConfig, builtFiles, gatherSlides, keepMarks } from '../plugins/bundle-plugins.ts';
import { notesApart } from '../plugins/notes-apart.ts';
import { usedFaces } from '../plugins/used-faces.ts';
import { copyMermaid, MERMAID_URL, styleBeside } from './beside-shell.ts';
import { type FontFace, modulePlace, type Shell, SLIDE_DATA } from './shell.ts';

/** Plugins that slides do not need: generated classes, servers, editors. */
const NOT_FOR_SLIDES = /^(?:unocss:|slidev:(?:mcp|monaco|patch-monaco|pwa)|vite-plugin-vue-server-ref)/;

/**
 * Builds the slides alone, to be shown in a shell.
 * @returns null if a slide needs something that the shell lacks
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
  const style = styleBeside(options);
  const look = style !== null && existsSync(style) ? style : null;
  const broken = await buildAroundBroken(options, async (known, report) => {
    const plugins = await slidevPlugins(options);
    const own: InlineConfig = {
      plugins: [
        linkToShell(shell, options.userRoot, look, use),
        ...(look === null ? [] : [bringStyle(look)]),
        gatherSlides(options),
        ...(options.purpose === 'stage' ? [notesApart()] : []),
        // Contains the random part of the temporary folder's name.
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
  const faces = job.purpose === 'web' ? [] : [await writeFaces(shell.faces.filter(isUsedBy(job)), outDir)];
  const modules = Object.entries(shell.modules).filter(([place]) => use.used.has(place));
  const parts = [shell.main, ...modules.map(([, module]) => module)];
  const wanted = [...parts.flatMap((part) => part.scripts), ...scripts];
  if (wanted.includes(MERMAID_URL)) await copyMermaid(options, outDir);
  const page = shellPage(options.utils.indexHtml, shell.main.url, wanted, [
    ...faces,
    ...parts.flatMap((part) => part.styles),
    ...styles,
  ]);
  await writeFile(join(outDir, 'index.html'), page);
  // On the web, decks share it and the fonts.
  if (job.purpose !== 'web') await symlink(shell.folder, join(outDir, 'shell'), 'junction');
  return broken;
}

/** Whether the decks of a job show anything in a face. */
export function isUsedBy(job: BundleJob): (face: FontFace) => boolean {
  const isUsed = usedFaces(job);
  return ({ css }) => isUsed(css);
}

function isForSlides({ name }: Plugin): boolean {
  return !NOT_FOR_SLIDES.test(name);
}

/** Modules made from the slides: those in shell.ts and their sources. */
const OF_SLIDES = /__slidev_\d+\.|^\/@slidev\/(?:slides|talkdeck-slides|configs|title-renderer)\b/;
/** Helpers of Vue and Vite, which hold no state, and icons, which are drawings. */
const HARMLESS = /^(?:\0|~icons\/|\/~icons\/|virtual:icons\/)/;

/** What slides have imported. */
interface ShellUse {
  /** Places of the shell's modules. */
  readonly used: Set<string>;
  /** Modules that the shell lacks. */
  readonly foreign: Set<string>;
}

/**
 * Makes slides load their imports from the shell. Anything missing there counts as foreign unless it is part of a slide
 * or an asset: bundled here it might exist twice, and lack the classes that it uses.
 */
function linkToShell(
  shell: Shell,
  userRoot: string,
  look: string | null,
  { used, foreign }: ShellUse,
): Plugin {
  let isAsset = (_: string): boolean => false;
  return {
    name: 'talkdeck:link-to-shell',
    enforce: 'pre',
    configResolved: ({ assetsInclude }) => {
      isAsset = assetsInclude;
    },
    resolveId: {
      order: 'pre',
      async handler(source, importer, options) {
        const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
        if (!resolved || resolved.external) return resolved;
        const { id } = resolved;
        if (id === look) return resolved;
        const place = modulePlace(id, userRoot);
        const module = shell.modules[place];
        if (module) {
          used.add(place);
          return { id: module.url, external: 'absolute' };
        }
        if (!OF_SLIDES.test(id) && !HARMLESS.test(id) && !isAsset(id)) foreign.add(id);
        return resolved;
      },
    },
  };
}

/** Bundles a style sheet with the slides. @param path absolute */
function bringStyle(path: string): Plugin {
  return {
    name: 'talkdeck:bring-style',
    transform: (code, id) =>
      id === SLIDE_DATA.configs.id ? { code: `import ${JSON.stringify(path)}\n${code}`, map: null } : null,
  };
}

const SHEET = 'faces.css';
const FOLDER = 'faces';

/**
 * Writes a style sheet of faces with their font files beside it.
 * @returns its URL
 */
async function writeFaces(faces: readonly FontFace[], outDir: string): Promise<string> {
  const files = [...new Set(faces.map(({ file }) => file))];
  // Fonts of two packages may share a file name.
  const nameOf = (file: string) => `${files.indexOf(file) + 1}-${basename(file)}`;
  await mkdir(join(outDir, FOLDER), { recursive: true });
  await Promise.all(files.map((file) => copyFile(file, join(outDir, FOLDER, nameOf(file)))));
  const css = faces.map((face) => face.css.replace('url(#)', `url("./${FOLDER}/${nameOf(face.file)}")`));
  await writeFile(join(outDir, SHEET), `${css.join('\n')}\n`);
  return `/${SHEET}`;
}

const ENTRY = /<script type="module" src="[^"]*\/main\.ts"><\/script>/;

/**
 * Slidev's page, changed to load the shell.
 * @param main URL of its entry
 * @param scripts URLs of everything the entry will need, preloaded because each script requests the next only after
 * loading
 * @param styles URLs in order of application
 */
function shellPage(
  indexHtml: string,
  main: string,
  scripts: readonly string[],
  styles: readonly string[],
): string {
  const parts = indexHtml.split(ENTRY);
  if (parts.length !== 2) throw new Error('this version of Slidev starts its client in another way');
  const links = [
    ...[...new Set(scripts)].map((url) => `<link rel="modulepreload" href="${url}">\n`),
    ...[...new Set(styles)].map((url) => `<link rel="stylesheet" href="${url}">\n`),
  ].join('');
  const script = `<script type="module" src="${main}"></script>`;
  return parts.join(script).replace('</head>', () => `${links}</head>`);
}
