import { relative, resolve } from 'node:path';
import { openProject, type Project } from './base/project.ts';
import type { Finding as FoundFinding } from './findings/finding.ts';

// The functions of the command line, for programs: documented in docs/api.md. They return data, print nothing and end
// no process. Types here lean on no other module but the errors, so that they are all that a program sees; each
// function loads what it needs when it is called.

export { CliError } from './base/errors.ts';

/** What every function takes. */
export interface ProjectOptions {
  /** The folder that holds content/; by default `cwd`. */
  readonly root?: string;
  /** What relative paths among the options are relative to; by default the process's working directory. */
  readonly cwd?: string;
}

/** What is wrong, or could be better, at a place of a summary. */
export interface Finding {
  /** Such as `missing-field`: docs/findings has a page for each. */
  readonly code: string;
  /** Errors keep decks from being written; the others do not. */
  readonly severity: 'error' | 'warning' | 'note' | 'advice';
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Of what is marked on that line, in UTF-16 units; 0 for a mere place. */
  readonly length: number;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** The slide, from 1, of a finding that a look in the browser gave. */
  readonly slide?: { readonly deck: string; readonly number: number };
  /** Path of that slide's picture, relative to the root. */
  readonly picture?: string;
  /** What mends it, where that is mechanical; those of a file can all be applied together. */
  readonly edits?: readonly TextEdit[];
}

/** Text to put in place of `length` UTF-16 units at a line and column of the finding's file. */
export interface TextEdit {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
}

export interface Report {
  /** Whether no finding is an error: what the command's exit code 0 says. */
  readonly ok: boolean;
  /** By file and place; advice last. */
  readonly findings: readonly Finding[];
}

/** A deck of the meetup. */
export interface Deck {
  /** By which commands know it; its file is `slides/<name>.md`. */
  readonly name: string;
  /** `opening` and `closing` have the sections of event.md. */
  readonly kind: 'opening' | 'speaker' | 'qa' | 'closing';
  readonly title: string;
  /** BCP 47, such as `zh-CN`. */
  readonly lang: string;
  /** By name; none for questions and answers. */
  readonly speakers: readonly string[];
  /** In their order, the cover first. */
  readonly slides: readonly Slide[];
}

export interface Slide {
  readonly title: string;
  /** Where it comes from: relative to the root, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface ContentOptions extends ProjectOptions {
  /**
   * Text of summaries that an editor has and the disk has not, by path: relative to the root, with forward slashes.
   * Only of files that are there.
   */
  readonly unsaved?: Readonly<Record<string, string>>;
}

export interface CompileReport extends Report {
  /** Empty while there are errors, as `files`. */
  readonly decks: readonly Deck[];
  /** All that belongs into slides/; paths are relative to it, with forward slashes. */
  readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[];
}

/**
 * Makes the decks, and writes nothing.
 * @throws CliError where there is no content, or a template is broken
 */
export async function compile(options: ContentOptions = {}): Promise<CompileReport> {
  const { project } = placesOf(options);
  const [{ compile }, { describeDecks }] = await Promise.all([
    import('./build/compile.ts'),
    import('./build/describe-decks.ts'),
  ]);
  const { value, findings } = compile(project, options.unsaved);
  return { ...(await reportOf(findings)), decks: describeDecks(value), files: value?.files ?? [] };
}

export interface CheckOptions extends ContentOptions, BrowserOptions {
  /** Whether to look at every slide in a browser, too: pictures of faulty ones go to out/audit/. */
  readonly visual?: boolean;
}

/** For what is done in a browser. */
export interface BrowserOptions {
  /** Path of a Chrome, Chromium or Edge; by default one is looked for. */
  readonly browser?: string | undefined;
  onProgress?(progress: Progress): void;
  /** Ends the work: the call then rejects with the signal's reason, and has left nothing behind. */
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly stage: 'bundle' | 'browser' | 'audit' | 'print';
  /** Slides, of `total`; of the stage `browser` 0 or 1. */
  readonly done: number;
  readonly total: number;
  /** The deck that has just been done. */
  readonly deck?: string;
}

/** What a look at every slide gave; what was found is among the findings. */
export interface Look {
  readonly slides: number;
  /** How many questions were asked about slides. */
  readonly checks: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface CheckReport extends Report {
  /** Empty while there are errors in content. */
  readonly decks: readonly Deck[];
  /** How many statements were compared with the lines of the transcript that they cite; 0 where it is not there. */
  readonly claims: number;
  /** What was looked at in the browser; null where nothing was. */
  readonly visual: Look | null;
}

/**
 * Says what to mend, and what would make summaries better.
 * @throws CliError as compile does; with `visual`, where there is no browser, or it failed
 */
export async function check(options: CheckOptions = {}): Promise<CheckReport> {
  const { project, pathOf } = placesOf(options);
  const [{ checkProject }, { describeDecks }] = await Promise.all([
    import('./build/check-project.ts'),
    import('./build/describe-decks.ts'),
  ]);
  const { value, findings, claims } = checkProject(project, options.unsaved);
  const decks = describeDecks(value);
  if (!options.visual || !value) return { ...(await reportOf(findings)), decks, claims, visual: null };
  const { checkSlides } = await import('./export/check-slides.ts');
  const seen = await checkSlides(project, value, {
    ...options,
    browser: options.browser && pathOf(options.browser),
  });
  const count = (wanted: Finding['severity']) =>
    seen.findings.filter(({ severity }) => severity === wanted).length;
  const { slides, checks } = seen;
  const visual = { slides, checks, errors: count('error'), warnings: count('warning') };
  return { ...(await reportOf([...findings, ...seen.findings])), decks, claims, visual };
}

/** A summary that can be mended without a person. */
export interface Change {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** Lines end with LF, whatever the file has; that stays as it is. */
  readonly before: string;
  readonly after: string;
}

export interface FixOptions extends ProjectOptions {
  /** Whether to write these changes, of which there is at least one; by default they are written. */
  approve?(changes: readonly Change[]): boolean | Promise<boolean>;
}

export interface FixReport {
  readonly changes: readonly Change[];
  readonly written: boolean;
}

/**
 * Mends blanks, punctuation and names in summaries that have no error.
 * @throws CliError where there is no content, or a summary was changed meanwhile or cannot be written
 */
export async function fix(options: FixOptions = {}): Promise<FixReport> {
  const { fixProject } = await import('./build/check-project.ts');
  const approve = options.approve ?? (() => true);
  const changesOf = (files: readonly Change[]) =>
    files.map(({ path, before, after }): Change => ({ path, before, after }));
  const { files, isWritten } = await fixProject(placesOf(options).project, (found) =>
    approve(changesOf(found)),
  );
  return { changes: changesOf(files), written: isWritten };
}

export interface BuildOptions extends ProjectOptions {
  /** Whether to throw away what was edited in slides/ by hand; no by default. */
  readonly force?: boolean;
  /** Whether a build with nothing changed may leave all as it is; yes by default. */
  readonly cache?: boolean;
}

export interface BuildReport extends Report {
  /** How many there are; 0 while there are errors, and then nothing was written. */
  readonly decks: number;
  /** Below slides/, with forward slashes, as those following. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files that were edited by hand: what they were is `keptAs` now, and differs first in that line. */
  readonly kept: readonly { readonly path: string; readonly keptAs: string; readonly line: number | null }[];
  /** Decks whose talk is gone. */
  readonly removed: readonly string[];
  /** The same two, in words. */
  readonly notes: readonly string[];
}

/**
 * Brings slides/ up to date.
 * @throws CliError as compile does; where slides/ cannot be written, or a file of somebody else's stands in the way
 */
export async function build(options: BuildOptions = {}): Promise<BuildReport> {
  const { project, slides } = placesOf(options);
  const { force = false, cache = true } = options;
  const { buildProject } = await import('./build/build-project.ts');
  const { findings, ...built } = await buildProject(project, { force, useCache: cache, folder: slides });
  return { ...(await reportOf(findings)), ...built };
}

/** What can be made of a deck. */
export type Product =
  /** A page for each slide; with `clicks`, for each click. */
  | { readonly kind: 'pdf'; readonly clicks?: boolean }
  /** Slides with their notes on A4: 2 or, by default, 3 on a page. */
  | { readonly kind: 'handout'; readonly perPage?: 2 | 3 }
  /** Notes alone. */
  | { readonly kind: 'notes' }
  /** A picture of each slide; at scale 1, from 0.1 to 8, it is 980 pixels across. 2 by default. */
  | { readonly kind: 'png'; readonly scale?: number }
  | { readonly kind: 'pptx' };

export interface ExportOptions extends ProjectOptions, BrowserOptions {
  /** Names of decks; all of them by default. */
  readonly decks?: readonly string[];
  /** A PDF by default. That of the whole meetup is made with those of all decks. */
  readonly products?: readonly Product[];
  /** The part of one of several machines, from 1. */
  readonly shard?: { readonly index: number; readonly of: number } | null;
  /** Folders with the shards of all machines, to join instead of printing. */
  readonly merge?: readonly string[];
  /** Whether to take from the cache what was printed before, and to keep what is printed; yes by default. */
  readonly cache?: boolean;
  /** Called at once with what became of a deck in slides/ that was edited by hand, or whose talk is gone. */
  onNote?(note: string): void;
}

export interface ExportReport extends Report {
  /** False where errors in content kept everything from being written. */
  readonly compiled: boolean;
  /** Whether nothing had changed since the same export, so that nothing was looked at again. */
  readonly repeated: boolean;
  /** Those that were written: one with an error on a slide is not. */
  readonly decks: readonly ExportedDeck[];
  /** The PDF of the whole meetup; null where none was wanted, or a deck is missing. */
  readonly whole: ExportedProduct | null;
  /** The file for `merge`, absolute; null where no shard was wanted, or a deck is missing. */
  readonly shard: string | null;
}

export interface ExportedDeck {
  readonly name: string;
  readonly slides: number;
  /** Of work on this deck alone. */
  readonly seconds: number;
  /** `part`: some products came from the cache; `off`: there was none. */
  readonly cache: 'hit' | 'part' | 'miss' | 'off';
  readonly products: readonly ExportedProduct[];
}

export interface ExportedProduct {
  readonly kind: Product['kind'];
  /** Pages of a PDF; else slides. */
  readonly pages: number;
  /** Of all files together. */
  readonly bytes: number;
  /** Absolute. */
  readonly files: readonly string[];
}

/**
 * Brings slides/ up to date, looks at every slide, and writes products below out/.
 * @throws CliError as build does; where there is no such deck or shard, no browser, or it failed. Every file is then
 * as it was, or new and whole
 */
export async function exportDecks(options: ExportOptions = {}): Promise<ExportReport> {
  const { project, pathOf, slides } = placesOf(options);
  const { decks: names = [], products = [], shard = null, merge = [], cache = true } = options;
  const [{ exportProject }, { planOf }] = await Promise.all([
    import('./export/export-project.ts'),
    import('./export/plan.ts'),
  ]);
  const { findings, decks, whole, ...exported } = await exportProject(project, {
    ...options,
    plan: planOf({ names, products, shard, useCache: cache }),
    merge: merge.map(pathOf),
    browser: options.browser && pathOf(options.browser),
    folder: slides,
  });
  const absolute = (file: string) => resolve(project.outFolder, file);
  const locate = (product: ExportedProduct) => ({ ...product, files: product.files.map(absolute) });
  return {
    ...(await reportOf(findings)),
    compiled: exported.isCompiled,
    repeated: exported.isRepeated,
    decks: decks.map(({ slug, slides, seconds, cache, products }) => ({
      ...{ name: slug, slides, seconds, cache },
      products: products.map(locate),
    })),
    whole: whole && locate(whole),
    shard: exported.shard && absolute(exported.shard),
  };
}

interface Places {
  readonly project: Project;
  /** slides/ as it is to be shown. */
  readonly slides: string;
  pathOf(path: string): string;
}

function placesOf({ cwd = process.cwd(), root = '.' }: ProjectOptions): Places {
  const pathOf = (path: string) => resolve(cwd, path);
  const project = openProject(pathOf(root));
  return { project, slides: relative(cwd, project.slidesFolder) || '.', pathOf };
}

async function reportOf(found: readonly FoundFinding[]): Promise<Report> {
  const [{ hasErrors, sortFindings }, { wordFindings }] = await Promise.all([
    import('./findings/finding.ts'),
    import('./findings/report/json.ts'),
  ]);
  return { ok: !hasErrors(found), findings: wordFindings(sortFindings(found)) };
}
