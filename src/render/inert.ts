import { type Inline, plainText } from '../content/summary/markup.ts';
import { text } from '../deck/slide.ts';
import { escapeHtml, escapeLineStart, escapeYaml } from './escape.ts';
import { type InlineContext, inlineMarkdown } from './markdown.ts';

/**
 * A text that can do nothing but be read. It is the only form in which a summary's words reach a
 * template, and it has no raw form: each way out of it escapes for one place. Printed as it is, it is
 * Markdown that shows what was typed.
 */
export class Inert {
  readonly #markdown: string;
  readonly #inlines: readonly Inline[];

  private constructor(markdown: string, inlines: readonly Inline[]) {
    this.#markdown = markdown;
    this.#inlines = inlines;
  }

  /** Inline content: fits a line of its own, a list item, a table cell, a heading. */
  static inline(inlines: readonly Inline[], context: InlineContext): Inert {
    return new Inert(escapeLineStart(inlineMarkdown(inlines, context)), inlines);
  }

  /** Words without any marks. */
  static words(words: string, context: InlineContext): Inert {
    return Inert.inline(text(words), context);
  }

  /** Markdown that this package has escaped already, such as a block. */
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
   * Slidev puts the title in the place of `%s` in this, with `String.replace`, for which `$&` is such a `%s` once
   * more. So a title with dollar signs is the whole template, with no place for anything; null for other titles.
   */
  titleTemplate(): string | null {
    const words = plainText(this.#inlines);
    // A character without a width parts what would be such a place.
    return words.includes('$') ? escapeYaml(words.replaceAll('%s', '%\u2060s')) : null;
  }

  /** For a double-quoted attribute. */
  attribute(): string {
    return escapeHtml(plainText(this.#inlines));
  }
}
