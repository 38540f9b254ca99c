/**
 * The environment keeps the command from running: no browser, no content folder, a broken template.
 * Shown as message and hint, without a stack, with exit code 2.
 */
export class CliError extends Error {
  readonly hint: string | null;
  /**
   * Message and hint for any language; `message` and `hint` are in English.
   * @internal
   */
  readonly worded: { readonly message: Wording; readonly hint: Wording | null };

  /** @internal */
  constructor(message: Wording, hint: Wording | null = null, options?: ErrorOptions) {
    super(inEnglish(message), options);
    this.name = 'CliError';
    this.hint = hint && inEnglish(hint);
    this.worded = { message, hint };
  }
}

/**
 * Text whose language is chosen when it is shown.
 * @internal
 */
export interface Wording {
  /** In English, with `{0}`, `{1}` for the values: the key in tables of other languages. */
  readonly template: string;
  readonly values: readonly WordingValue[];
}

/**
 * Names, paths, numbers and system messages are the same in every language.
 * @internal
 */
export type WordingValue = string | number | Wording;

/**
 * Tags an English text: wording`There is no deck "${name}".`
 * @internal
 */
export function wording(parts: TemplateStringsArray, ...values: readonly WordingValue[]): Wording {
  const template = parts.reduce((before, part, index) => `${before}{${index - 1}}${part}`);
  return { template, values };
}

/**
 * @param table translations of the English templates; missing ones stay English
 * @internal
 */
export function inWordsOf(table: Readonly<Record<string, string>>, { template, values }: Wording): string {
  return (table[template] ?? template).replaceAll(/\{(\d+)\}/g, (place, index: string) => {
    const value = values[Number(index)] ?? place;
    return typeof value === 'object' ? inWordsOf(table, value) : String(value);
  });
}

/** @internal */
export function inEnglish(text: Wording): string {
  return inWordsOf({}, text);
}
