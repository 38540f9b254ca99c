import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { CliError, wording } from '../base/errors.ts';
import { FILE_LIMITS, readFile, whyNotRead } from '../base/read-file.ts';
import { normalizeText } from '../content/summary/source-file.ts';
import { Inert } from './inert.ts';
import type { DeckView, SlideView } from './kinds/views.ts';

/** Sources by name: `speaker`, `qa`, `slides/points`, `partials/note`. */
export type TemplateSources = ReadonlyMap<string, TemplateSource>;

interface TemplateSource {
  /** For messages. */
  readonly file: string;
  readonly text: string;
}

const EXTENSION = '.md.hbs';
const FOLDERS = ['', 'slides', 'partials'];

/**
 * Reads the templates of all folders; later folders override earlier ones file by file.
 * @param folders absolute; missing ones are skipped
 */
export function loadTemplates(folders: readonly string[]): TemplateSources {
  const sources = new Map<string, TemplateSource>();
  for (const folder of folders) {
    for (const below of FOLDERS) {
      for (const name of listTemplates(join(folder, below))) {
        const file = join(folder, below, `${name}${EXTENSION}`);
        const key = below === '' ? name : `${below}/${name}`;
        sources.set(key, { file, text: readTemplate(file) });
      }
    }
  }
  return sources;
}

const HELPERS = {
  /** Name of a slide's partial. */
  slide: (slide: SlideView) => `slides/${slide.kind}`,
  yaml: (value: unknown) => inert(value, 'yaml').yaml(),
  yamlMarkdown: (value: unknown) => inert(value, 'yamlMarkdown').yamlMarkdown(),
  titleTemplate: (value: unknown) => inert(value, 'titleTemplate').titleTemplate(),
  attribute: (value: unknown) => inert(value, 'attribute').attribute(),
  eq: (a: unknown, b: unknown) => a === b,
  add: (a: number, b: number) => a + b,
};

/** Renders a deck with the template for its kind. */
export type RenderDeck = (deck: DeckView) => string;

/** Compiles the templates in strict mode: a missing value is an error that names the template, never an empty slide. */
export function compileTemplates(sources: TemplateSources): RenderDeck {
  const handlebars = Handlebars.create();
  handlebars.registerHelper(HELPERS);
  const templates = new Map<string, Handlebars.Template>();
  for (const [name, source] of sources) {
    const template = compileTemplate(handlebars, source);
    templates.set(name, template);
    handlebars.registerPartial(name, template);
  }
  return (deck) => {
    const template = templates.get(deck.kind);
    if (typeof template !== 'function') {
      throw new CliError(wording`There is no template ${deck.kind}.md.hbs.`);
    }
    return template(deck);
  };
}

function readTemplate(file: string): string {
  const read = readFile(file, { place: 'anywhere', limit: FILE_LIMITS.template });
  if (read.state !== 'ok') throw new CliError(wording`Cannot read the template ${file}: ${whyNotRead(read)}`);
  return normalizeText(read.value.toString('utf8'));
}

function listTemplates(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) {
    throw new CliError(wording`${folder} is a file, but should be a folder of templates.`);
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => name.slice(0, -EXTENSION.length));
}

function compileTemplate(handlebars: typeof Handlebars, source: TemplateSource): Handlebars.Template {
  // Handlebars' escaping is off: it knows only HTML, and every text is an Inert already.
  const run = handlebars.compile<unknown>(parseStrictly(handlebars, source), {
    strict: true,
    noEscape: true,
    preventIndent: true,
    // Known helpers are called without a lookup.
    knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
  });
  return ((context: unknown, options?: Handlebars.RuntimeOptions) => {
    try {
      return run(context, options);
    } catch (cause) {
      if (cause instanceof CliError) throw cause;
      throw templateError(source, cause as Error);
    }
  }) as Handlebars.Template;
}

/** Makes every path strict: Handlebars itself checks `{{titel}}` but not `{{#each itmes}}`. */
function parseStrictly(handlebars: typeof Handlebars, source: TemplateSource): hbs.AST.Program {
  try {
    const program = handlebars.parse(source.text);
    new StrictPaths().accept(program);
    return program;
  } catch (cause) {
    throw templateError(source, cause as Error);
  }
}

class StrictPaths extends Handlebars.Visitor {
  override PathExpression(path: hbs.AST.PathExpression): void {
    // `@last` and the like are legitimately undefined outside loops.
    if (!path.data) Object.assign(path, { strict: true });
  }
}

function templateError({ file }: TemplateSource, cause: Error): CliError {
  const [, name, line, column] = /^"(.+)" not defined in .* - (\d+):(\d+)$/s.exec(cause.message) ?? [];
  if (name !== undefined) {
    return new CliError(
      wording`${file}:${line ?? 1}:${Number(column) + 1}: the template asks for "${name}", which this slide does not have.`,
      wording`The values of each kind of slide are listed in docs/templates.md.`,
      { cause },
    );
  }
  const [, at, why] = /^Parse error on line (\d+):\n([\s\S]*)$/.exec(cause.message) ?? [];
  if (at !== undefined && why !== undefined) {
    return new CliError(wording`${file}:${at}: this is not a valid Handlebars template.\n${why}`, null, {
      cause,
    });
  }
  return new CliError(wording`${file}: ${cause.message}`, null, { cause });
}

function inert(value: unknown, helper: string): Inert {
  if (value instanceof Inert) return value;
  throw new Error(`{{${helper}}} takes a text of the slide, not ${typeof value}`);
}
