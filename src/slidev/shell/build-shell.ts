import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig, mergeConfig, type Plugin, type Rollup } from 'vite';
import { type SlidevOptions, slidevPlugins } from '../options.ts';
import { baseConfig, builtFiles, forPurpose } from '../plugins/bundle-plugins.ts';
import { FONT_FACE, familyOfFace, hasBuiltInFonts } from '../plugins/used-faces.ts';
import { besideShell, forAllSlides, MERMAID_URL } from './beside-shell.ts';
import { type FontFace, modulePlace, type Shell, type ShellModule, SLIDE_DATA } from './shell.ts';
import { sourceFiles } from './shell-key.ts';

/** A shell with the files that it was made from. */
interface BuiltShell {
  readonly shell: Omit<Shell, 'folder'>;
  /** Absolute paths of files that change whenever the sources do; see shell-key.ts. */
  readonly sources: readonly string[];
}

const MAIN = 'main';
const MAIN_URL = `/shell/${MAIN}.js`;

/** Writes the files of a shell into `<outDir>/shell`. */
export async function buildShell(
  given: SlidevOptions,
  themeRoot: string,
  outDir: string,
): Promise<BuiltShell> {
  const options = forAllSlides(given);
  const modules = await shellModules(options);
  const input = Object.fromEntries([
    [MAIN, `${options.clientRoot}/main.ts`],
    ...modules.map((module, index) => [`m${index + 1}`, module]),
  ]);
  const faces = new Map<string, FontFace[]>();
  const own: InlineConfig = {
    plugins: [
      slideDataOutside(),
      besideShell(options),
      ...forPurpose(options),
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
  // Files beside the slides are part of the shell's key.
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

/** Keeps modules that depend on the slides external, for whoever bundles the slides. */
function slideDataOutside(): Plugin {
  const urls = new Map<string, string>(Object.values(SLIDE_DATA).map(({ id, url }) => [id, url]));
  return {
    name: 'talkdeck:slide-data-outside',
    enforce: 'pre',
    // Slidev's manual chunks conflict with this output.
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

/**
 * Returns a function that lists the URLs of the scripts a browser loads with a chunk: its own and those of all imports;
 * for an application also the pages that it loads later. Of external modules, only Mermaid is listed.
 */
function chunkScripts(
  chunks: readonly Rollup.OutputChunk[],
): (chunk: Rollup.OutputChunk, isApplication: boolean) => readonly string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  return (start, isApplication) => {
    const names = new Set([start.fileName, ...(isApplication ? start.dynamicImports : [])]);
    // A Set can grow while it is iterated.
    for (const name of names) for (const other of byName.get(name)?.imports ?? []) names.add(other);
    const own = [...names].filter((name) => byName.has(name)).map((name) => `/${name}`);
    return names.has(MERMAID_URL) ? [...own, MERMAID_URL] : own;
  };
}

/**
 * Returns a function that lists the URLs of the style sheets a chunk needs, in order of application: first those of its
 * imports, then its own, then those of what it loads later.
 */
function chunkStyles(
  chunks: readonly Rollup.OutputChunk[],
): (chunk: Rollup.OutputChunk) => readonly string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  return (start) => {
    const seen = new Set<string>();
    const later = new Set<string>();
    const styles: string[] = [];
    const visit = (name: string): void => {
      const chunk = byName.get(name);
      if (!chunk || seen.has(name)) return;
      seen.add(name);
      chunk.imports.forEach(visit);
      styles.push(...(chunk.viteMetadata?.importedCss ?? []));
      for (const lazy of chunk.dynamicImports) later.add(lazy);
    };
    visit(start.fileName);
    // A Set can grow while it is iterated.
    for (const name of later) visit(name);
    return [...new Set(styles)].map((file) => `/${file}`);
  };
}

/** A code editor, which is large, is in no shell. */
const EDITOR = /\/Monaco\.vue$/;
const COMPONENT = /\.(?:vue|md|jsx?|tsx?)$/;

/**
 * Everything that a slide's Markdown may make Slidev import: Vue, the slide's context, all layouts, all components that
 * are found by name. Specifiers or absolute paths, sorted.
 */
async function shellModules({ clientRoot, roots, utils }: SlidevOptions): Promise<string[]> {
  const layouts = Object.values(await utils.getLayouts());
  const folders = [join(clientRoot, 'builtin'), ...roots.map((root) => join(root, 'components'))];
  const components = folders.flatMap(filesBelow).filter((path) => COMPONENT.test(path));
  const paths = [...layouts, ...components].map((path) => path.replaceAll('\\', '/'));
  const internal = ['context.ts', 'internals/SlideLoading.vue'].map((path) => `@slidev/client/${path}`);
  return ['vue', ...internal, ...new Set(paths.filter((path) => !EDITOR.test(path)))].sort();
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts') && !/\.test\./.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const FILE = /url\((["']?)([^"')]+)\1\)/;

/** Moves the faces of the built-in fonts out of all style sheets into `taken`, by style sheet. */
function takeOutFaces(taken: Map<string, FontFace[]>): Plugin {
  return {
    name: 'talkdeck:take-out-faces',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\.css(?:$|\?)/.test(id) || !code.includes('@font-face')) return null;
      const faces: FontFace[] = [];
      for (const [css] of code.matchAll(FONT_FACE)) {
        if (familyOfFace(css) === null) continue;
        const url = FILE.exec(css)?.[2] ?? '';
        const file = await this.resolve(url, id);
        if (!file) throw new Error(`the font ${url} was not found`);
        faces.push({ css: css.replace(FILE, 'url(#)'), file: file.id });
      }
      taken.set(id, faces);
      return { code: code.replace(FONT_FACE, (css) => (familyOfFace(css) === null ? css : '')), map: null };
    },
  };
}
