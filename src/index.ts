import { relative, resolve } from 'node:path';
import { openProject, type Project } from './base/project.ts';
import type { Finding as FoundFinding } from './findings/finding.ts';

// The command line's functions for programs, documented in docs/api.md. They return data, print nothing and never exit
// the process. Types depend on no other module except errors, so that they are all a program sees; each function loads
// what it needs when called.

export { CliError } from './base/errors.ts';

/** Options of every function. */
export interface ProjectOptions {
  /** The folder that contains content/; by default `cwd`. */
  readonly root?: string;
  /** Base of relative paths in the options; by default the process's working directory. */
  readonly cwd?: string;
}

/** A problem or possible improvement at a place in a summary. */
export interface Finding {
  /** Code such as `missing-field`, with a page in docs/findings. */
  readonly code: string;
  /** Only errors keep decks from being written. */
  readonly severity: 'error' | 'warning' | 'note' | 'advice';
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** Length of the marked text on that line, in UTF-16 units; 0 for a position. */
  readonly length: number;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  /** The slide, 1-based, for findings from the browser. */
  readonly slide?: { readonly deck: string; readonly number: number };
  /** Path of a picture of that slide, relative to the root. */
  readonly picture?: string;
  /** Edits that fix it, if it can be fixed mechanically; all edits of a file can be applied together. */
  readonly edits?: readonly TextEdit[];
}

/** Replaces `length` UTF-16 units at a line and column of the finding's file with `text`. */
export interface TextEdit {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
}

export interface Report {
  /** Whether no finding is an error; the command's exit code is then 0. */
  readonly ok: boolean;
  /** By file and position; advice last. */
  readonly findings: readonly Finding[];
}

export interface Deck {
  /** Name used by commands; the file is `slides/<name>.md`. */
  readonly name: string;
  /** `opening` and `closing` contain the sections of event.md. */
  readonly kind: 'opening' | 'speaker' | 'qa' | 'closing';
  readonly title: string;
  /** BCP 47, such as `zh-CN`. */
  readonly lang: string;
  /** Names; empty for `qa`. */
  readonly speakers: readonly string[];
  /** In order, the cover first. */
  readonly slides: readonly Slide[];
}

export interface Slide {
  readonly title: string;
  /** Source file, relative to the root, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

export interface ContentOptions extends ProjectOptions {
  /**
   * Text of summaries open in an editor, in place of the saved text, by path: relative to the root, with forward
   * slashes. Only for files that exist.
   */
  readonly unsaved?: Readonly<Record<string, string>>;
}

export interface CompileReport extends Report {
  /** Empty if there are errors, like `files`. */
  readonly decks: readonly Deck[];
  /** Everything that belongs in slides/; paths are relative to it, with forward slashes. */
  readonly files: readonly { readonly path: string; readonly content: string | Uint8Array }[];
}

/**
 * Compiles the decks without writing anything.
 * @throws CliError if there is no content, or a template is broken
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
  /** Whether to also check every slide in a browser; pictures of slides with findings go to out/audit/. */
  readonly visual?: boolean;
}

/** Options for work in a browser. */
export interface BrowserOptions {
  /** Path of Chrome, Chromium or Edge; searched for by default. */
  readonly browser?: string | undefined;
  onProgress?(progress: Progress): void;
  /** Aborts the work: the call rejects with the signal's reason and leaves nothing behind. */
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly stage: 'bundle' | 'browser' | 'audit' | 'print';
  /** Slides, out of `total`; 0 or 1 in the stage `browser`. */
  readonly done: number;
  readonly total: number;
  /** The deck just finished. */
  readonly deck?: string;
}

/** Counts of a visual check; its results are among the findings. */
export interface Look {
  readonly slides: number;
  /** Number of checks run. */
  readonly checks: number;
  readonly errors: number;
  readonly warnings: number;
}

export interface CheckReport extends Report {
  /** Empty if content has errors. */
  readonly decks: readonly Deck[];
  /** Number of statements compared with the transcript lines that they cite; 0 without a transcript. */
  readonly claims: number;
  /** Counts of the check in the browser; null if there was none. */
  readonly visual: Look | null;
}

/**
 * Checks content and gives advice on the summaries.
 * @throws CliError as `compile` does; with `visual`, if there is no browser, or it failed
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

/** A summary with mechanical fixes. */
export interface Change {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** With LF line ends; the file keeps its own. */
  readonly before: string;
  readonly after: string;
}

export interface FixOptions extends ProjectOptions {
  /** Decides whether to write the changes, of which there is at least one; by default they are written. */
  approve?(changes: readonly Change[]): boolean | Promise<boolean>;
}

export interface FixReport {
  readonly changes: readonly Change[];
  readonly written: boolean;
}

/**
 * Fixes spacing, punctuation and names in summaries without errors.
 * @throws CliError if there is no content, or a summary was changed meanwhile or cannot be written
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
  /** Whether to discard manual edits in slides/; false by default. */
  readonly force?: boolean;
  /** Whether to skip the build if nothing has changed; true by default. */
  readonly cache?: boolean;
}

export interface BuildReport extends Report {
  /** Number of decks; 0 if there are errors, in which case nothing was written. */
  readonly decks: number;
  /** Paths below slides/, with forward slashes, as in the fields that follow. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files edited by hand: the edited version is now `keptAs`, and first differs at `line`. */
  readonly kept: readonly { readonly path: string; readonly keptAs: string; readonly line: number | null }[];
  /** Decks whose talk was removed. */
  readonly removed: readonly string[];
  /** `kept` and `removed` in words. */
  readonly notes: readonly string[];
}

/**
 * Brings slides/ up to date.
 * @throws CliError as `compile` does; if slides/ cannot be written, or a file of somebody else is in the way
 */
export async function build(options: BuildOptions = {}): Promise<BuildReport> {
  const { project, slides } = placesOf(options);
  const { force = false, cache = true } = options;
  const { buildProject } = await import('./build/build-project.ts');
  const { findings, ...built } = await buildProject(project, { force, useCache: cache, folder: slides });
  return { ...(await reportOf(findings)), ...built };
}

/** An output format for decks. */
export type Product =
  /** A page per slide; with `clicks`, per click. */
  | { readonly kind: 'pdf'; readonly clicks?: boolean }
  /** Slides with their notes on A4, 2 or (by default) 3 per page. */
  | { readonly kind: 'handout'; readonly perPage?: 2 | 3 }
  /** Only the notes. */
  | { readonly kind: 'notes' }
  /** A picture of each slide, 980 pixels wide at scale 1; `scale` is 0.1 to 8, by default 2. */
  | { readonly kind: 'png'; readonly scale?: number }
  | { readonly kind: 'pptx' }
  /** All slides in one file that a browser opens without a server. With those of all decks comes one of the meetup. */
  | { readonly kind: 'html' }
  /** The evening as one Markdown document, as one article with inline styles, or its programme as a calendar. */
  | { readonly kind: 'md' | 'article' | 'ics' };

export interface ExportOptions extends ProjectOptions, BrowserOptions {
  /** Names of decks; all by default. */
  readonly decks?: readonly string[];
  /** A PDF by default. With PDFs of all decks comes one of the whole meetup. */
  readonly products?: readonly Product[];
  /** Part for one of several machines; 1-based. */
  readonly shard?: { readonly index: number; readonly of: number } | null;
  /** Folders with the shards of all machines, to join instead of printing. */
  readonly merge?: readonly string[];
  /** Whether to reuse cached prints and to cache new ones; true by default. */
  readonly cache?: boolean;
  /** Called as soon as a deck in slides/ turns out to be edited by hand, or to have lost its talk. */
  onNote?(note: string): void;
}

export interface ExportReport extends Report {
  /** False if errors in content prevented writing. */
  readonly compiled: boolean;
  /** Whether nothing had changed since the same export, so that nothing was checked again. */
  readonly repeated: boolean;
  /** Written decks; those with an error on a slide are missing. */
  readonly decks: readonly ExportedDeck[];
  /** PDF of the whole meetup; null if not requested, or if a deck is missing. */
  readonly whole: ExportedProduct | null;
  /** One HTML file of the whole meetup; null if not requested, or if a deck is missing. */
  readonly wholeHtml: ExportedProduct | null;
  /** Written documents: Markdown, article, calendar. */
  readonly documents: readonly ExportedDocument[];
  /** Absolute path of the shard for `merge`; null if not requested, or if a deck is missing. */
  readonly shard: string | null;
}

export interface ExportedDeck {
  readonly name: string;
  readonly slides: number;
  /** Time spent on this deck alone. */
  readonly seconds: number;
  /** `part`: some products came from the cache; `off`: no cache. */
  readonly cache: 'hit' | 'part' | 'miss' | 'off';
  readonly products: readonly ExportedProduct[];
}

export interface ExportedDocument {
  readonly kind: 'md' | 'article' | 'ics';
  /** Total of all files. */
  readonly bytes: number;
  /** Absolute paths: the document, then its pictures. */
  readonly files: readonly string[];
}

export interface ExportedProduct {
  readonly kind: Exclude<Product['kind'], ExportedDocument['kind']>;
  /** Pages of a PDF, else slides. */
  readonly pages: number;
  /** Total of all files. */
  readonly bytes: number;
  /** Absolute paths. */
  readonly files: readonly string[];
}

/**
 * Brings slides/ up to date, checks every slide, and writes products to out/.
 * @throws CliError as `build` does; if there is no such deck or shard, no browser, or it failed. Every file is then
 * unchanged, or new and complete
 */
export async function exportDecks(options: ExportOptions = {}): Promise<ExportReport> {
  const { project, pathOf, slides } = placesOf(options);
  const { decks: names = [], products = [], shard = null, merge = [], cache = true } = options;
  const [{ exportProject }, { planOf }] = await Promise.all([
    import('./export/export-project.ts'),
    import('./export/plan.ts'),
  ]);
  const { findings, decks, whole, wholeHtml, documents, ...exported } = await exportProject(project, {
    ...options,
    plan: planOf({ names, products, shard, useCache: cache }),
    makeDocuments: async (...asked) => (await import('./documents/documents.ts')).makeDocuments(...asked),
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
    wholeHtml: wholeHtml && locate(wholeHtml),
    documents: documents.map((document) => ({ ...document, files: document.files.map(absolute) })),
    shard: exported.shard && absolute(exported.shard),
  };
}

export interface LooksOptions extends ProjectOptions, BrowserOptions {}

export interface LooksReport extends Report {
  /** Absolute path of the page; null if errors in content prevented writing it. */
  readonly page: string | null;
  /** Sources of the slides on it, relative to the root. */
  readonly slides: readonly { readonly file: string; readonly line: number }[];
  readonly looks: readonly ShownLook[];
}

export interface ShownLook {
  /** `own` is the theme in the meetup's templates/theme. */
  readonly name: 'own' | 'quiet' | 'bold' | 'vivid';
  /** Whether it is the meetup's current one. */
  readonly chosen: boolean;
  /** False if the summaries must be changed first. */
  readonly shown: boolean;
  /** What to change in that case; otherwise problems of its slides. */
  readonly findings: readonly Finding[];
}

/**
 * Writes a page to out/looks.html that shows slides of the meetup in every look, side by side.
 * @throws CliError as `compile` does; if there is no browser, or it failed; if out/ cannot be written
 */
export async function looks(options: LooksOptions = {}): Promise<LooksReport> {
  const { project, pathOf } = placesOf(options);
  const [{ showLooks }, { wordFindings }] = await Promise.all([
    import('./looks/show-looks.ts'),
    import('./findings/report/json.ts'),
  ]);
  const { page, samples, looks, findings } = await showLooks(project, {
    ...options,
    browser: options.browser && pathOf(options.browser),
  });
  return {
    ...(await reportOf(findings)),
    page: page === null ? null : resolve(project.outFolder, page),
    slides: samples.map(({ slide: { origin } }) => ({ file: origin.file, line: origin.line })),
    looks: looks.map(({ name, isChosen, pictures, findings: found }) => ({
      name,
      chosen: isChosen,
      shown: pictures.length > 0,
      findings: wordFindings(found),
    })),
  };
}

export interface SiteOptions extends ProjectOptions {
  /** Whether search engines are asked to leave the site out; false by default. */
  readonly noindex?: boolean;
  /** Whether every deck can be presented from the site; true by default. Bundling them takes seconds. */
  readonly slides?: boolean;
  /** Whether browsers store the site for offline use; true by default. */
  readonly offline?: boolean;
  /** A Chrome, Chromium or Edge to draw diagrams with; searched for by default. */
  readonly browser?: string | undefined;
  /** Aborts the work: the call rejects with the signal's reason and leaves nothing behind. */
  readonly signal?: AbortSignal;
}

export interface SiteReport extends Report {
  /** Absolute path of out/site/. */
  readonly folder: string;
  /** Base path according to `site` in event.md, with a slash at both ends; `/` if it has none. */
  readonly base: string;
  /** Number of pages; 0 if there are errors, in which case nothing was written. */
  readonly pages: number;
  /** Paths below the site, with forward slashes, as in the fields that follow. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files of an earlier site that this one does not have. */
  readonly removed: readonly string[];
  /** Files of an export, relative to out/, that are older than their decks; the site does not offer them. */
  readonly outdated: readonly string[];
}

/**
 * Writes a static web site to out/site/.
 * @throws CliError as `compile` does; if out/site/ cannot be written, or a file of somebody else is in the way
 */
export async function site(options: SiteOptions = {}): Promise<SiteReport> {
  const { buildSite } = await import('./site/site-project.ts');
  const {
    isCompiled: _,
    findings,
    ...built
  } = await buildSite(placesOf(options).project, {
    isHidden: options.noindex ?? false,
    hasSlides: options.slides ?? true,
    isKept: options.offline ?? true,
    browserPath: options.browser,
    signal: options.signal,
  });
  return { ...(await reportOf(findings)), ...built };
}

interface Places {
  readonly project: Project;
  /** slides/ as shown in messages. */
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
