import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { CliError, type Wording, wording } from '../base/errors.ts';
import { FILE_LIMITS, readFile, whyNotRead } from '../base/read-file.ts';
import { normalizeText } from '../content/summary/source-file.ts';

/** Sources by name: `speaker`, `qa`, `slides/points`, `partials/note`. */
export type TemplateSources = ReadonlyMap<string, TemplateSource>;

export interface TemplateSource {
  /** For messages. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads the templates of all folders; later folders override earlier ones file by file.
 * @param folders absolute; missing ones are skipped
 * @param below the subfolders of each that contain templates; '' is the folder itself
 * @param extension such as `.md.hbs`, which is not part of the names
 */
export function readTemplates(
  folders: readonly string[],
  below: readonly string[],
  extension: string,
): TemplateSources {
  const sources = new Map<string, TemplateSource>();
  for (const folder of folders) {
    for (const inner of below) {
      for (const name of listTemplates(join(folder, inner), extension)) {
        const file = join(folder, inner, `${name}${extension}`);
        const key = inner === '' ? name : `${inner}/${name}`;
        sources.set(key, { file, text: readTemplate(file) });
      }
    }
  }
  return sources;
}

export interface Strictness {
  readonly helpers: Readonly<Record<string, Handlebars.HelperDelegate>>;
  /**
   * Whether Handlebars escapes everything but Html as HTML, even in `{{{three braces}}}`; otherwise every text is an
   * Inert.
   */
  readonly escapes: boolean;
  /** The message and hint for a template that uses a missing value. */
  missing(file: string, line: string, column: number, name: string): readonly [Wording, Wording];
}

/** Compiles templates in strict mode: a missing value is an error that names the template, never an empty place. */
export function compileStrictly(
  sources: TemplateSources,
  strictness: Strictness,
): ReadonlyMap<string, Handlebars.Template> {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({ ...strictness.helpers });
  const templates = new Map<string, Handlebars.Template>();
  for (const [name, source] of sources) {
    const template = compileTemplate(handlebars, source, strictness);
    templates.set(name, template);
    handlebars.registerPartial(name, template);
  }
  return templates;
}

function readTemplate(file: string): string {
  const read = readFile(file, { place: 'anywhere', limit: FILE_LIMITS.template });
  if (read.state !== 'ok') throw new CliError(wording`Cannot read the template ${file}: ${whyNotRead(read)}`);
  return normalizeText(read.value.toString('utf8'));
}

function listTemplates(folder: string, extension: string): readonly string[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) {
    throw new CliError(wording`${folder} is a file, but should be a folder of templates.`);
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .map((name) => name.slice(0, -extension.length));
}

function compileTemplate(
  handlebars: typeof Handlebars,
  source: TemplateSource,
  strictness: Strictness,
): Handlebars.Template {
  const run = handlebars.compile<unknown>(parseStrictly(handlebars, source, strictness), {
    strict: true,
    noEscape: !strictness.escapes,
    preventIndent: true,
    // Known helpers are called without a lookup.
    knownHelpers: Object.fromEntries(Object.keys(strictness.helpers).map((name) => [name, true])),
  });
  return ((context: unknown, options?: Handlebars.RuntimeOptions) => {
    try {
      return run(context, options);
    } catch (cause) {
      if (cause instanceof CliError) throw cause;
      throw templateError(source, cause as Error, strictness);
    }
  }) as Handlebars.Template;
}

/** Makes every path strict: Handlebars itself checks `{{titel}}` but not `{{#each itmes}}`. */
function parseStrictly(
  handlebars: typeof Handlebars,
  source: TemplateSource,
  strictness: Strictness,
): hbs.AST.Program {
  try {
    const program = handlebars.parse(source.text);
    new StrictPaths().accept(program);
    return program;
  } catch (cause) {
    throw templateError(source, cause as Error, strictness);
  }
}

class StrictPaths extends Handlebars.Visitor {
  override PathExpression(path: hbs.AST.PathExpression): void {
    // `@last` and the like are legitimately undefined outside loops.
    if (!path.data) Object.assign(path, { strict: true });
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    // Three braces would let a text through unescaped.
    Object.assign(mustache, { escaped: true });
    super.MustacheStatement(mustache);
  }
}

function templateError({ file }: TemplateSource, cause: Error, strictness: Strictness): CliError {
  const [, name, line, column] = /^"(.+)" not defined in .* - (\d+):(\d+)$/s.exec(cause.message) ?? [];
  if (name !== undefined) {
    const [message, hint] = strictness.missing(file, line ?? '1', Number(column) + 1, name);
    return new CliError(message, hint, { cause });
  }
  const [, at, why] = /^Parse error on line (\d+):\n([\s\S]*)$/.exec(cause.message) ?? [];
  if (at !== undefined && why !== undefined) {
    return new CliError(wording`${file}:${at}: this is not a valid Handlebars template.\n${why}`, null, {
      cause,
    });
  }
  return new CliError(wording`${file}: ${cause.message}`, null, { cause });
}
