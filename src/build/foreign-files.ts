import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Project } from '../base/project.ts';
import { FILE_START, type Finding, finding } from '../findings/finding.ts';

/** Folders beside a deck from which Slidev, Vite and Node load code, markup or styles automatically. */
const FOLDERS =
  /^(?:setup|components|composables|layouts|styles|snippets|public|pages|addons|node_modules|\.slidev|\.vite)$/i;
/** Files that are loaded automatically too, in all possible languages. */
const FILES: readonly RegExp[] = [
  /^(?:vite|vitest|uno|unocss|windi|tailwind|postcss|slidev|babel)\.config\.\w+$/i,
  /^\.(?:postcss|babel|browserslist|npm|swc)rc(?:\.\w+)?$/i,
  /^\.env(?:\..+)?$/i,
  /^[jt]sconfig(?:\..+)?\.json$/i,
  /^(?:global-(?:top|bottom)|slide-(?:top|bottom)|custom-nav-controls|layer-.+|global-.+)\.vue$/i,
  /^styles?\.(?:ts|js|mjs|scss|sass|less|styl|postcss)$/i,
  /^(?:index\.html|pnpm-workspace\.yaml|uno\.css)$/i,
];
/** A package.json may be there to install Slidev; one larger than this is not examined. */
const MOST_BYTES = 1024 * 1024;

/**
 * Files in slides/ that were not generated and that stock Slidev would run or show when a deck is opened there.
 * talkdeck itself serves and prints from folders of its own.
 */
export function foreignFiles({ slidesFolder }: Project): readonly Finding[] {
  const folder = basename(slidesFolder);
  return namesIn(slidesFolder)
    .filter((name) => isRun(slidesFolder, name))
    .map((name) => {
      const path = `${folder}/${name}`;
      return finding(path, FILE_START, 'foreign-file', { path, isFolder: FOLDERS.test(name) });
    });
}

function isRun(folder: string, name: string): boolean {
  if (name.toLowerCase() === 'package.json') return !isHarmlessPackage(join(folder, name));
  if (name === 'node_modules') return !isTraceOfSlidev(join(folder, name));
  return FOLDERS.test(name) || FILES.some((pattern) => pattern.test(name));
}

/**
 * Whether it contains only what stock Slidev leaves when a deck is opened: modules named by digest that it rewrites
 * before reading them.
 */
function isTraceOfSlidev(folder: string): boolean {
  try {
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true });
    return paths.every((entry) => {
      const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
      return entry.isDirectory()
        ? /^\.slidev(?:\/virtual)?$/.test(path)
        : entry.isFile() && /^\.slidev\/virtual\/import-glob\.[0-9a-f]{10}\.ts$/.test(path);
    });
  } catch {
    return false;
  }
}

/** Whether it names nothing that Slidev loads, and no packages. */
function isHarmlessPackage(path: string): boolean {
  try {
    const stats = lstatSync(path);
    if (!stats.isFile() || stats.size > MOST_BYTES) return false;
    const fields: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const known = /^(?:name|private|type|version|description|license|author)$/;
    return (
      typeof fields === 'object' && fields !== null && Object.keys(fields).every((field) => known.test(field))
    );
  } catch {
    return false;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // Missing, or unreadable, which is reported when writing.
    return [];
  }
}
