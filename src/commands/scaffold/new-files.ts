import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Handlebars from 'handlebars';
import { stringify } from 'yaml';
import { CliError } from '../../base/errors.ts';

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
  /** Files that were there already, and are left as they are. */
  readonly kept: readonly string[];
}

/**
 * Writes files below `folder`. What is there already is never touched, not even when it comes to be there
 * between looking and writing.
 * @throws CliError where the folder cannot be written
 */
export function writeNewFiles(folder: string, files: readonly AnyNewFile[]): NewFilesReport {
  const written: string[] = [];
  const kept: string[] = [];
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
 * A file of starter/ with its values. Each value says where it goes: `{{yaml title}}` is a value of front matter,
 * `{{markdown name}}` a run of text in a line; both show exactly what was typed.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, unknown>>): string {
  return handlebars.compile(template, { strict: true, noEscape: true })(values);
}

/**
 * The path of a new summary behind those that are there: the next number, as wide as theirs. Where none of them
 * has a number, the new one has none either.
 * @param names of the files in its folder
 * @param isFree whether a slug may be used; a number is put behind one that may not
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
      `Cannot write ${target}: ${(cause as Error).message}`,
      'Files that were there before are untouched. Look at the permissions and the space on the disk.',
      { cause },
    );
  }
}

/** Null where there is one already. */
function openNew(target: string): number | null {
  try {
    return openSync(target, 'wx');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw cause;
  }
}

/** Half a file would be taken for somebody's own the next time. */
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

/** Signs that Markdown, or a summary's kinds and citations, would read otherwise. */
function markdownText(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#&|~!:@]/g, '\\$&');
}

const MOST_NAMESAKES = 1_000;

function firstFree(slug: string, isFree: (slug: string) => boolean): string {
  for (let count = 1; count <= MOST_NAMESAKES; count += 1) {
    const candidate = count === 1 ? slug : `${slug}-${count}`;
    if (isFree(candidate)) return candidate;
  }
  throw new CliError(`"${slug}" is taken ${MOST_NAMESAKES} times.`, 'Tell them apart by their names.');
}
