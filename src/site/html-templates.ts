import { CliError, type Wording, wording } from '../base/errors.ts';
import { compileStrictly, type TemplateSources } from '../render/strict-templates.ts';
import { Html } from './html.ts';

/** Helpers in addition to Handlebars' own. */
export const TEMPLATE_HELPERS = {
  kind: (shape: { readonly kind: string }) => `kinds/${shape.kind}`,
  eq: (a: unknown, b: unknown) => a === b,
  some: (list: readonly unknown[] | null) => list !== null && list.length > 0,
} as const;

/**
 * HTML templates for browsers, in which every text is escaped.
 * @param folder below templates/, for messages
 * @param hint where the values are documented
 * @returns a function that renders one by name @throws CliError if there is none, or it uses a missing value
 */
export function htmlTemplates(
  sources: TemplateSources,
  folder: string,
  hint: Wording,
): (template: string, view: object) => Html {
  const templates = compileStrictly(sources, {
    helpers: TEMPLATE_HELPERS,
    escapes: true,
    missing: (file, line, column, name) => [
      wording`${file}:${line}:${column}: the template asks for "${name}", which this page does not have.`,
      hint,
    ],
  });
  return (template, view) => {
    const run = templates.get(template);
    if (typeof run !== 'function')
      throw new CliError(wording`There is no template ${folder}/${template}.html.hbs.`);
    return Html.rendered(run(view));
  };
}
