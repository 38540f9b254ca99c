import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Project } from '../base/project.ts';
import { FILE_START, type Finding, finding } from '../findings/finding.ts';

/** Folders beside a deck that Slidev, Vite and Node take code, markup or styles out of, unasked. */
const FOLDERS =
  /^(?:setup|components|composables|layouts|styles|snippets|public|pages|addons|node_modules|\.slidev|\.vite)$/i;
/** Files that do the same, in any of the languages that they may be written in. */
const FILES: readonly RegExp[] = [
  /^(?:vite|vitest|uno|unocss|windi|tailwind|postcss|slidev|babel)\.config\.\w+$/i,
  /^\.(?:postcss|babel|browserslist|npm|swc)rc(?:\.\w+)?$/i,
  /^\.env(?:\..+)?$/i,
  /^[jt]sconfig(?:\..+)?\.json$/i,
  /^(?:global-(?:top|bottom)|slide-(?:top|bottom)|custom-nav-controls|layer-.+|global-.+)\.vue$/i,
  /^styles?\.(?:ts|js|mjs|scss|sass|less|styl|postcss)$/i,
  /^(?:index\.html|pnpm-workspace\.yaml|uno\.css)$/i,
];
/** A package.json may be there to install Slidev; larger than this it is looked at no further. */
const MOST_BYTES = 1024 * 1024;

/**
 * Files in slides/ that are not generated, and that stock Slidev would run or show when somebody opens a deck there.
 * `talkdeck` itself serves and prints from folders of its own.
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
 * Whether it holds only what stock Slidev leaves where a deck was opened: modules that are named by their digest, and
 * that it writes anew before it reads them.
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

/** Whether it names nothing that Slidev loads, nor packages of its own making. */
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
    // Not there yet, or whoever is to write it finds out.
    return [];
  }
}
