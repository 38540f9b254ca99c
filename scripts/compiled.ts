import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));
/** Excluded from the package (`files` in package.json). */
const RECORD = 'dist/.compiled';
/** Everything that the output depends on; npm writes the last one on every install. */
const SOURCES = [
  ...['src', 'scripts', 'templates', 'starter', 'schemas', 'editors/vscode'],
  ...['LICENSE', 'package.json', 'node_modules/.package-lock.json'],
];
const PRODUCTS = ['dist', 'editors/talkdeck.vsix'];

/** Digests of one compilation. */
interface Compilation {
  readonly sources: string;
  /** Bundled modules of packages, relative to the package: somebody may try a change in one. */
  readonly modules: readonly string[];
  readonly packages: string;
  readonly products: string;
}

/** Whether dist/ and the extension are what compiling the current sources would make. */
export function isCompiled(root = PACKAGE): boolean {
  const record = join(root, RECORD);
  if (!existsSync(record)) return false;
  const { sources, modules, packages, products } = JSON.parse(readFileSync(record, 'utf8')) as Compilation;
  const isAsBefore = (digest: string, paths: readonly string[]) => digest === digestOf(root, paths);
  return isAsBefore(products, PRODUCTS) && isAsBefore(sources, SOURCES) && isAsBefore(packages, modules);
}

/** Call it before anything is read, so that files edited meanwhile count as not compiled. */
export function startCompilation(root = PACKAGE): { finish(ids: readonly string[]): void } {
  const record = join(root, RECORD);
  rmSync(record, { force: true });
  const sources = digestOf(root, SOURCES);
  return {
    finish(ids) {
      const paths = ids.map((id) => relative(root, id)).filter((path) => /^node_modules\b/.test(path));
      const modules = [...new Set(paths)].filter((path) => existsSync(join(root, path))).sort();
      const [packages, products] = [digestOf(root, modules), digestOf(root, PRODUCTS)];
      writeFileSync(record, JSON.stringify({ sources, modules, packages, products } satisfies Compilation));
    },
  };
}

/** Digest of names and contents. @param paths of files and folders, relative to `root` */
function digestOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const absolute = join(root, path);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (path === RECORD || !stat) return;
    if (stat.isDirectory()) for (const name of readdirSync(absolute).sort()) add(posix.join(path, name));
    else hash.update(`${path}\0${stat.size}\0`).update(readFileSync(absolute));
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}
