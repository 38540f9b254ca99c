import { type Inline, plainText } from '../content/summary/markup.ts';
import { text } from '../deck/slide.ts';
import { escapeHtml, escapeLineStart, escapeYaml } from './escape.ts';
import { type InlineContext, inlineMarkdown } from './inline-markdown.ts';

/**
 * Text that can only be read. Words of a summary reach templates in this form only. There is no access to the raw text:
 * each method escapes it for one destination. Converted to a string, it is Markdown that shows exactly what was typed.
 */
export class Inert {
  readonly #markdown: string;
  readonly #inlines: readonly Inline[];

  private constructor(markdown: string, inlines: readonly Inline[]) {
    this.#markdown = markdown;
    this.#inlines = inlines;
  }

  /** Inline content, for a line of its own, a list item, a table cell or a heading. */
  static inline(inlines: readonly Inline[], context: InlineContext): Inert {
    return new Inert(escapeLineStart(inlineMarkdown(inlines, context)), inlines);
  }

  /** Plain words. */
  static words(words: string, context: InlineContext): Inert {
    return Inert.inline(text(words), context);
  }

  /** Markdown already escaped by this package, such as a block. */
  static markdown(markdown: string): Inert {
    return new Inert(markdown, text(markdown));
  }

  toString(): string {
    return this.#markdown;
  }

  /** For a front matter value. */
  yaml(): string {
    return escapeYaml(plainText(this.#inlines));
  }

  /** For a front matter value that Slidev reads as Markdown: the title. */
  yamlMarkdown(): string {
    return escapeYaml(this.#markdown);
  }

  /**
   * Slidev inserts the title for `%s` in its title template with `String.replace`, which interprets `$&`. So a title
   * with dollar signs becomes the whole template, without placeholders; null for other titles.
   */
  titleTemplate(): string | null {
    const words = plainText(this.#inlines);
    // A zero-width character breaks up any placeholder.
    return words.includes('$') ? escapeYaml(words.replaceAll('%s', '%\u2060s')) : null;
  }

  /** For a double-quoted attribute. */
  attribute(): string {
    return escapeHtml(plainText(this.#inlines));
  }
}
