/** HTML that may be shown as it is: only this module makes it, and it escapes whatever is not Html yet. */
export class Html {
  readonly #source: string;

  private constructor(source: string) {
    this.#source = source;
  }

  /** What a template of the site gave, which escaped its values itself. */
  static rendered(source: string): Html {
    return new Html(source);
  }

  /** @internal Of the tag below. */
  static join(parts: readonly string[], values: readonly HtmlValue[]): Html {
    return new Html(parts.map((part, index) => part + sourceOf(values[index] ?? null)).join(''));
  }

  /** Handlebars asks for it instead of escaping. */
  toHTML(): string {
    return this.#source;
  }

  toString(): string {
    return this.#source;
  }
}

/** Strings are escaped, for text and for double-quoted attributes alike; null is nothing. */
type HtmlValue = string | number | null | Html | readonly Html[];

/** Tags HTML whose values are escaped: html`<a href="${address}">${words}</a>`. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return Html.join(parts, values);
}

/** As `escapeHtml` of decks, but for HTML and XML that nothing reads except a browser; control characters are left out. */
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
