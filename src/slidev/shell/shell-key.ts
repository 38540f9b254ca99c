import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SlidevOptions } from '../slidev-options.ts';
import { modulePlace } from './module-place.ts';

/** Our own code below src/slidev/. */
const OWN = dirname(dirname(fileURLToPath(import.meta.url)));
/** Of the folder of the slides: what Slidev looks for there. */
const FOLDERS = ['components', 'layouts', 'setup', 'styles'];
const URL_IN_CSS = /url\(["']?([^"')]+)/g;

/**
 * The name of the shell that suits these slides: changes with our code, the theme's files, what lies beside the
 * slides (but for images, which belong to slides), and with those settings of a deck that shape the client. Title,
 * author and all else that the client reads from its configuration come with the slides.
 */
export function shellKey({ data, utils, themeRoots, addonRoots, userRoot }: SlidevOptions): string {
  const { fonts, addons } = data.config;
  const { katex, mermaid } = data.features;
  const hash = createHash('sha256');
  hash.update(JSON.stringify([process.versions.node, themeRoots, addonRoots, addons]));
  hash.update(JSON.stringify([fonts, katex, mermaid, utils.define]));
  const own = readdirSync(userRoot, { withFileTypes: true })
    .filter((entry) => (entry.isDirectory() ? FOLDERS.includes(entry.name) : !entry.name.endsWith('.md')))
    .map(({ name }) => join(userRoot, name));
  const files = [OWN, ...themeRoots, ...addonRoots, ...own.sort()].flatMap(filesOf);
  // Fonts of the organiser, for example.
  const named = files
    .filter((path) => path.endsWith('.css') && path.startsWith(`${userRoot}/`))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(URL_IN_CSS)])
    .map(([, url = '']) => join(userRoot, url));
  for (const path of [...files, ...named]) {
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.of();
    hash.update(`${modulePlace(path, userRoot)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 32);
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name !== 'node_modules');
  return names.sort().flatMap((name) => filesOf(join(path, name)));
}
