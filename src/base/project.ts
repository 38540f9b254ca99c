import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders of a meetup, and those that come with talkdeck. Paths are absolute. */
export interface Project {
  readonly root: string;
  /** From the built-in one to the user's own, which takes precedence. */
  readonly templateFolders: readonly string[];
  /** The Slidev theme's folder. */
  readonly themeFolder: string;
  /** How a deck refers to its theme: relative to slides/, with forward slashes. */
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

/** The meetup without its own theme, and without templates made for it. The same if it has none. */
export function builtInLook(project: Project): Project {
  const builtIn = join(PACKAGE, 'templates');
  const themeFolder = join(builtIn, 'theme');
  if (project.themeFolder === themeFolder) return project;
  return { ...project, templateFolders: [builtIn], themeFolder, theme: installedTheme(project.root) };
}

/** talkdeck's version, from its package.json. */
export function ownVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/**
 * The theme in the nearest folder above with talkdeck installed, found as Node would, so that decks are the same on
 * every machine. If there is none, where `npm install` will put it.
 */
function installedTheme(root: string): string {
  const theme = 'node_modules/talkdeck/templates/theme';
  for (let folder = root, up = '..'; ; folder = dirname(folder), up = `${up}/..`) {
    if (existsSync(join(folder, theme))) return `${up}/${theme}`;
    if (folder === dirname(folder)) return `../${theme}`;
  }
}
