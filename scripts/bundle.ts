import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OutputChunk, type Plugin, rolldown } from 'rolldown';

/**
 * Makes dist/cli.js and the few files in dist/cli/ that it loads: the command line as it is shipped. Node takes longer
 * to find hundreds of small modules than to run them. Dynamic imports stay separate files. The code is not minified,
 * and each part names its source, so that stack traces of bugs are readable.
 */
const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(PACKAGE, 'src');
const DIST = join(PACKAGE, 'dist');
const CHUNKS = 'cli';
/** Packages that commands load at startup; large, native and rarely needed ones stay in node_modules. */
const WITHIN =
  /^(?:@csstools\/css-tokenizer|commander|d3-scale|diff|env-paths|gray-matter|handlebars|image-size|leven|linkify-it|markdown-it|picocolors|string-width|valibot|yaml)(?:\/|$)/;
/** Constants for a module's original location, and for the location of its chunk. */
const [PLACE, CHUNK] = ['__talkdeck_place', '__talkdeck_chunk'];

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
const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
const files = new Map(chunks.map(({ fileName, code }) => [fileName, code]));
files.set(`${CHUNKS}/LICENSES.txt`, licences(modules));
files.set('dev/pages/theme/settle-headings.js', await headingsScript());
for (const [path, text] of files) write(join(DIST, path), text);
for (const name of readdirSync(join(DIST, CHUNKS))) {
  if (!files.has(`${CHUNKS}/${name}`)) rmSync(join(DIST, CHUNKS, name));
}

/** The theme's own way to end the lines of headings, for the covers on the home page of `talkdeck dev`. */
async function headingsScript(): Promise<string> {
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

/** Unchanged files keep their times, which builds and exports depend on. */
function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

/** Licences of the bundled packages, which have to be included. */
function licences(ids: readonly string[]): string {
  const folders = ids.flatMap(
    (id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id.split(sep).join('/')) ?? [],
  );
  return [...new Set(folders)]
    .sort()
    .map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      if (file === undefined) throw new Error(`${name} has no licence to go with it`);
      return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
