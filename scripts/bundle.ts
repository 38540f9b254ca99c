import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';
import { devPages } from './dev-pages.ts';
import { licences } from './licences.ts';
import { writeChanged } from './write-changed.ts';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(PACKAGE, 'src');
const DIST = join(PACKAGE, 'dist');
const CHUNKS = 'cli';
/** Packages that commands load at startup; large, native and rarely needed ones stay in node_modules. */
const WITHIN =
  /^(?:@csstools\/css-tokenizer|commander|d3-scale|diff|env-paths|gray-matter|handlebars|image-size|leven|linkify-it|markdown-it|picocolors|string-width|valibot|yaml)(?:\/|$)/;
/** Constants for a module's original location, and for the location of its chunk. */
const [PLACE, CHUNK] = ['__talkdeck_place', '__talkdeck_chunk'];

/**
 * Makes dist/cli.js and the few files in dist/cli/ that it loads: the command line as it is shipped. Node takes longer
 * to find hundreds of small modules than to run them. Dynamic imports stay separate files. The code is not minified,
 * and each part names its source, so that stack traces of bugs are readable.
 * @returns paths of its source modules, including those of packages
 */
export async function bundle(): Promise<readonly string[]> {
  const bundle = await rolldown({
    input: { cli: join(SRC, 'cli.ts'), index: join(SRC, 'index.ts') },
    platform: 'node',
    // gray-matter's JavaScript engine, which never gets any input (content/parse).
    checks: { eval: false },
    transform: { define: { 'import.meta.url': PLACE } },
    external: (id, importer) => isPackage(id) && isOwn(importer ?? '') && !WITHIN.test(id),
    plugins: [keepPlaces()],
  });
  const { output } = await bundle.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: `${CHUNKS}/[name].js`,
    intro: ({ fileName }) =>
      `const ${CHUNK} = ${fileName.includes('/') ? 'import.meta.url' : `new URL('./${CHUNKS}/', import.meta.url).href`};`,
  });
  await bundle.close();
  const chunks = output.filter((part): part is OutputChunk => part.type === 'chunk');
  const strange = chunks.flatMap(({ code }) => strangeImports(code));
  if (strange.length > 0) throw new Error(`dist/ would import what nobody installs: ${strange.join(', ')}`);
  const pages = await devPages(SRC);
  const modules = [...chunks.flatMap(({ moduleIds }) => moduleIds), ...pages.modules];
  const files = new Map(chunks.map(({ fileName, code }) => [fileName, code]));
  files.set(`${CHUNKS}/LICENSES.txt`, licences(modules));
  files.set('dev/pages/theme/settle-headings.js', await headingsScript(modules));
  for (const [path, text] of pages.texts) files.set(`dev/pages/${path}`, text);
  const MINISEARCH = 'With MiniSearch (MIT, Luca Ongaro): https://github.com/lucaong/minisearch';
  for (const name of ['search', 'moderate']) {
    files.set(`site/${name}.js`, `/* ${MINISEARCH} */\n${await siteScript(name, modules)}`);
  }
  for (const name of ['offline', 'worker']) files.set(`site/${name}.js`, await siteScript(name, modules));
  files.set('present/pages/worker.js', await moduleScript('present/pages/worker.ts', modules));
  for (const [path, text] of files) writeChanged(join(DIST, path), text);
  return modules;
}

/** Imports of packages that are not dependencies: the bundler adds its own for syntax that it has to transform. */
function strangeImports(code: string): readonly string[] {
  const { name, dependencies } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const known = new Set([name, ...Object.keys(dependencies)]);
  const imports = [
    ...code.matchAll(/^(?:import|export)\b[^'"\n]*['"]([^'"\n]+)['"]|\bimport\(['"]([^'"\n]+)['"]\)/gm),
  ];
  return imports
    .flatMap(([, of, lazy]) => /^(?:@[^/]+\/)?[^/]+/.exec(of ?? lazy ?? '') ?? [])
    .filter((id) => !/^(?:\.|node:)/.test(id) && !isBuiltin(id) && !known.has(id));
}

/** The theme's line breaking of headings, for the covers on the home page of `talkdeck dev`. */
async function headingsScript(modules: string[]): Promise<string> {
  const module = join(PACKAGE, 'templates/theme/canvas/settle-headings.ts');
  const entry = 'talkdeck:settle-headings';
  const script = await rolldown({
    input: entry,
    platform: 'browser',
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? `import { settleHeadings } from ${JSON.stringify(module)};\nsettleHeadings();`
            : null,
      },
    ],
  });
  const { output } = await script.generate({ format: 'esm' });
  await script.close();
  modules.push(...output[0].moduleIds);
  return output[0].code;
}

/** The search of the site with its index, as a classic script: pages opened from a folder cannot load modules. */
async function siteScript(name: string, modules: string[]): Promise<string> {
  const script = await rolldown({ input: join(SRC, `site/pages/${name}.ts`), platform: 'browser' });
  const { output } = await script.generate({ format: 'iife', minify: true });
  await script.close();
  modules.push(...output[0].moduleIds);
  return output[0].code;
}

/** A page's module with its imports from other rooms, which its server does not have. */
async function moduleScript(path: string, modules: string[]): Promise<string> {
  const script = await rolldown({ input: join(SRC, path), platform: 'browser' });
  const { output } = await script.generate({ format: 'esm' });
  await script.close();
  modules.push(...output[0].moduleIds);
  return output[0].code;
}

function isPackage(id: string): boolean {
  return !/^[./\0]|^[A-Za-z]:/.test(id);
}

function isOwn(path: string): boolean {
  return path.startsWith(SRC + sep);
}

/** Keeps the compiler's location for each of our modules, for example dist/base/project.js. */
function keepPlaces(): Plugin {
  return {
    name: 'talkdeck:keep-places',
    transform(code, id) {
      if (!isOwn(id) || !code.includes('import.meta')) return null;
      if (/import\.meta\.resolve\('\./.test(code))
        this.error('import.meta.resolve would ask from the bundle');
      const path = relative(SRC, id).split(sep).join('/').replace(/\.ts$/, '.js');
      return `const ${PLACE} = new URL('../${path}', ${CHUNK}).href; ${code}`;
    },
  };
}
