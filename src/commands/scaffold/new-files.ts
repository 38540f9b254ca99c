import { closeSync, existsSync, mkdirSync, openSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Handlebars from 'handlebars';
import { stringify } from 'yaml';
import { CliError, wording } from '../../base/errors.ts';
import { refuseLinkedFolders } from '../../base/files.ts';

export interface NewFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

interface AnyNewFile {
  readonly path: string;
  /** Text as UTF-8. */
  readonly text: string | Uint8Array;
}

interface NewFilesReport {
  readonly written: readonly string[];
  /** Existing files, which are left alone. */
  readonly kept: readonly string[];
}

/**
 * Writes files below `folder`. Never touches existing ones, even if they appear between check and write.
 * @throws CliError if the folder cannot be written, or if a folder below it on the way to a file is a link
 */
export function writeNewFiles(folder: string, files: readonly AnyNewFile[]): NewFilesReport {
  const written: string[] = [];
  const kept: string[] = [];
  // The folder itself is the user's choice; one below it may be a pull request's.
  refuseLinkedFolders(existsSync(folder) ? realpathSync(folder) : folder, files);
  for (const { path, text } of files) {
    (writeNew(join(folder, path), text) ? written : kept).push(path);
  }
  return { written, kept };
}

const handlebars = Handlebars.create();
handlebars.registerHelper('yaml', (text: string) =>
  stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd(),
);
handlebars.registerHelper('markdown', markdownText);
handlebars.registerHelper('join', (words: readonly string[], separator: string) => words.join(separator));

/**
 * Fills a template of starter/. Helpers say where a value goes: `{{yaml title}}` in front matter, `{{markdown name}}`
 * in running text; both show exactly what was typed.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, unknown>>): string {
  return handlebars.compile(template, { strict: true, noEscape: true })(values);
}

/**
 * Path of a new summary after the existing ones: with the next number, zero-padded to their width, or without a number
 * if they have none.
 * @param names of the files in its folder
 * @param isFree whether a slug may be used; if not, a number is appended
 */
export function numberedPath(
  folder: string,
  names: readonly string[],
  slug: string,
  isFree: (slug: string) => boolean,
): string {
  const prefixes = names.flatMap((name) => /^_?(\d+)[-_. ]/.exec(name)?.[1] ?? []);
  const next = Math.max(0, ...prefixes.map(Number)) + 1;
  const width = prefixes.length === 0 ? DEFAULT_WIDTH : Math.max(...prefixes.map(({ length }) => length));
  const prefix = prefixes.length === 0 && names.length > 0 ? '' : `${String(next).padStart(width, '0')}-`;
  return `${folder}/${prefix}${firstFree(slug, isFree)}.md`;
}

const DEFAULT_WIDTH = 2;

function writeNew(target: string, text: string | Uint8Array): boolean {
  try {
    mkdirSync(dirname(target), { recursive: true });
    const file = openNew(target);
    if (file === null) return false;
    writeWhole(target, file, text);
    return true;
  } catch (cause) {
    throw new CliError(
      wording`Cannot write ${target}: ${(cause as Error).message}`,
      wording`Files that were there before are untouched. Look at the permissions and the space on the disk.`,
      { cause },
    );
  }
}

/** Null if the file exists. */
function openNew(target: string): number | null {
  try {
    return openSync(target, 'wx');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw cause;
  }
}

/** Removes the file on failure: half a file would be taken for somebody's own the next time. */
function writeWhole(target: string, file: number, text: string | Uint8Array): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    rmSync(target, { force: true });
    throw cause;
  } finally {
    closeSync(file);
  }
}

/** Escapes everything with a meaning in Markdown, slide kinds or citations. */
function markdownText(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#&|~!:@$^=]/g, '\\$&');
}

const MOST_NAMESAKES = 1_000;

function firstFree(slug: string, isFree: (slug: string) => boolean): string {
  for (let count = 1; count <= MOST_NAMESAKES; count += 1) {
    const candidate = count === 1 ? slug : `${slug}-${count}`;
    if (isFree(candidate)) return candidate;
  }
  throw new CliError(
    wording`"${slug}" is taken ${MOST_NAMESAKES} times.`,
    wording`Tell them apart by their names.`,
  );
}
