import { isDeepStrictEqual } from 'node:util';
import { CliError, wording } from '../base/errors.ts';
import { Inert } from './inert.ts';
import type { DeckView, SlideView } from './kinds/views.ts';
import { compileStrictly, readTemplates, type TemplateSources } from './strict-templates.ts';

/**
 * Reads the templates of decks; later folders override earlier ones file by file.
 * @param folders absolute; missing ones are skipped
 */
export function loadTemplates(folders: readonly string[]): TemplateSources {
  return readTemplates(folders, ['', 'slides', 'partials'], '.md.hbs');
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

/** Compiling takes longer than rendering a talk, and templates seldom change within a process. */
let last: { readonly sources: TemplateSources; readonly render: RenderDeck } | null = null;

/** Compiles the templates in strict mode: a missing value is an error that names the template, never an empty slide. */
export function compileTemplates(sources: TemplateSources): RenderDeck {
  if (!last || !isDeepStrictEqual(last.sources, sources)) last = { sources, render: compileAnew(sources) };
  return last.render;
}

function compileAnew(sources: TemplateSources): RenderDeck {
  const templates = compileStrictly(sources, {
    helpers: HELPERS,
    // Handlebars' escaping is only for HTML, and every text is already an Inert.
    escapes: false,
    missing: (file, line, column, name) => [
      wording`${file}:${line}:${column}: the template asks for "${name}", which this slide does not have.`,
      wording`The values of each kind of slide are listed in docs/templates.md.`,
    ],
  });
  return (deck) => {
    const template = templates.get(deck.kind);
    if (typeof template !== 'function') {
      throw new CliError(wording`There is no template ${deck.kind}.md.hbs.`);
    }
    return template(deck);
  };
}

function inert(value: unknown, helper: string): Inert {
  if (value instanceof Inert) return value;
  throw new Error(`{{${helper}}} takes a text of the slide, not ${typeof value}`);
}
