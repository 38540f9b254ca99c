import { build, type InlineConfig, mergeConfig, type Plugin, type Rollup } from 'vite';
import { baseConfig } from '../base-config.ts';
import { builtFiles } from '../built-files.ts';
import type { SlidevOptions } from '../options.ts';
import { hasBuiltInFonts } from '../plugins/used-faces.ts';
import { printPagesOnly } from '../print-pages-only.ts';
import { showRange } from '../show-range.ts';
import { slidevPlugins } from '../slidev-plugins.ts';
import { chunkScripts } from './chunk-scripts.ts';
import { chunkStyles } from './chunk-styles.ts';
import { modulePlace } from './module-place.ts';
import { type FontFace, type Shell, type ShellModule, SLIDE_DATA } from './shell.ts';
import { shellModules } from './shell-modules.ts';
import { sourceFiles } from './source-files.ts';
import { takeOutFaces } from './take-out-faces.ts';

/** A shell, with the files that it was made of. */
export interface BuiltShell {
  readonly shell: Omit<Shell, 'folder'>;
  /** Absolute paths of files that change when what it is made of does; see source-files.ts. */
  readonly sources: readonly string[];
}

const MAIN = 'main';
const MAIN_URL = `/shell/${MAIN}.js`;

/** Writes the files of a shell into `<outDir>/shell`. */
export async function buildShell(
  options: SlidevOptions,
  themeRoot: string,
  outDir: string,
): Promise<BuiltShell> {
  const modules = await shellModules(options);
  const input = Object.fromEntries([
    [MAIN, `${options.clientRoot}/main.ts`],
    ...modules.map((module, index) => [`m${index + 1}`, module]),
  ]);
  const faces = new Map<string, FontFace[]>();
  const own: InlineConfig = {
    plugins: [
      slideDataOutside(),
      printPagesOnly(),
      showRange(),
      ...(hasBuiltInFonts(themeRoot) ? [takeOutFaces(faces)] : []),
      ...(await slidevPlugins(options)),
    ],
    publicDir: false,
    build: {
      assetsDir: 'shell',
      rollupOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: 'shell/[name].js',
          chunkFileNames: 'shell/[name]-[hash].js',
          assetFileNames: 'shell/[name]-[hash][extname]',
        },
      },
    },
  };
  const built = await build(mergeConfig(await baseConfig(options, outDir), own));
  return describe(builtFiles(built), options, faces);
}

function describe(
  output: Rollup.RollupOutput['output'],
  { userRoot }: SlidevOptions,
  faces: ReadonlyMap<string, readonly FontFace[]>,
): BuiltShell {
  const chunks = output.filter((file) => file.type === 'chunk');
  const stylesOf = chunkStyles(chunks);
  const scriptsOf = chunkScripts(chunks);
  const parts = chunks
    .filter(({ isEntry }) => isEntry)
    .map((chunk): [string, ShellModule] => {
      const url = `/${chunk.fileName}`;
      const module = { url, scripts: scriptsOf(chunk, url === MAIN_URL), styles: stylesOf(chunk) };
      return [modulePlace(chunk.facadeModuleId ?? '', userRoot), module];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const main = parts.find(([, { url }]) => url === MAIN_URL)?.[1];
  if (!main) throw new Error('the shell has no entry');
  // What lies beside the slides is part of the shell's key.
  const isOutside = (path: string) => !path.startsWith(`${userRoot}/`);
  return {
    shell: {
      modules: Object.fromEntries(parts.filter(([, part]) => part !== main)),
      main,
      faces: [...faces].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, list]) => list),
    },
    sources: sourceFiles(chunks.flatMap(({ moduleIds }) => moduleIds)).filter(isOutside),
  };
}

/** Leaves the modules that depend on the slides to those who bundle the slides. */
function slideDataOutside(): Plugin {
  const urls = new Map<string, string>(Object.values(SLIDE_DATA).map(({ id, url }) => [id, url]));
  return {
    name: 'talkdeck:slide-data-outside',
    enforce: 'pre',
    // Slidev's own chunks do not go together with ours.
    outputOptions: ({ manualChunks: _, ...output }) => output,
    resolveId: {
      order: 'pre',
      handler(id) {
        const url = urls.get(id);
        return url === undefined ? null : { id: url, external: 'absolute' };
      },
    },
  };
}
