/** HTML that may be output as it is: only this module creates it, and escapes whatever is not Html yet. */
export class Html {
  readonly #source: string;

  private constructor(source: string) {
    this.#source = source;
  }

  /** Output of a template, which escaped its values itself. */
  static rendered(source: string): Html {
    return new Html(source);
  }

  /** @internal For the tag below. */
  static join(parts: readonly string[], values: readonly HtmlValue[]): Html {
    return new Html(parts.map((part, index) => part + sourceOf(values[index] ?? null)).join(''));
  }

  /** Called by Handlebars instead of escaping. */
  toHTML(): string {
    return this.#source;
  }

  toString(): string {
    return this.#source;
  }
}

/** Strings are escaped, for text and for double-quoted attributes alike; null is empty. */
type HtmlValue = string | number | null | Html | readonly Html[];

/** Template tag for HTML whose values are escaped: html`<a href="${address}">${words}</a>`. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return Html.join(parts, values);
}

/** Like `escapeHtml` of decks, but for HTML and XML read only by browsers; drops control characters. */
export function escapeForPage(text: string): string {
  return text.replaceAll(/[&<>"']|(?![\n\t])\p{Cc}/gu, (character) => ESCAPES[character] ?? '');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function sourceOf(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Html) return value.toHTML();
  return typeof value === 'object' ? value.map((each) => each.toHTML()).join('') : escapeForPage(`${value}`);
}
