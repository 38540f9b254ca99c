import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a meetup's folder keeps what, and what talkdeck itself brings. Paths are absolute. */
export interface Project {
  readonly root: string;
  /** From the built-in one to the user's own. */
  readonly templateFolders: readonly string[];
  /** The Slidev theme's folder. */
  readonly themeFolder: string;
  /** What a deck names as its theme: relative to slides/, with forward slashes. */
  readonly theme: string;
  readonly slidesFolder: string;
  readonly outFolder: string;
}

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

export function openProject(root: string): Project {
  const absolute = resolve(root);
  const own = join(absolute, 'templates');
  const builtIn = join(PACKAGE, 'templates');
  const hasOwnTheme = existsSync(join(own, 'theme', 'package.json'));
  return {
    root: absolute,
    templateFolders: relative(own, builtIn) === '' ? [builtIn] : [builtIn, own],
    themeFolder: join(hasOwnTheme ? own : builtIn, 'theme'),
    theme: hasOwnTheme ? '../templates/theme' : installedTheme(absolute),
    slidesFolder: join(absolute, 'slides'),
    outFolder: join(absolute, 'out'),
  };
}

/** The version of talkdeck, as its package.json has it. */
export function ownVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/**
 * The theme in the nearest folder above that has talkdeck installed, as Node would find it; so the decks
 * are the same on every machine. Where it is installed nowhere above, as it will be with `npm install`.
 */
function installedTheme(root: string): string {
  const theme = 'node_modules/talkdeck/templates/theme';
  for (let folder = root, up = '..'; ; folder = dirname(folder), up = `${up}/..`) {
    if (existsSync(join(folder, theme))) return `${up}/${theme}`;
    if (folder === dirname(folder)) return `../${theme}`;
  }
}
