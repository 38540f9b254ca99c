/**
 * Normalizes a text for comparison as a reader sees it: collapses whitespace and control characters to one space, and
 * trims.
 */
export function normalize(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  return text.replaceAll(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ').trim();
}

/** Without whitespace: it varies between blocks and around elements on a line of their own. */
export function bare(text: string): string {
  return normalize(text).replaceAll(' ', '');
}

/** One line of Markdown that yields `text` verbatim (CommonMark 0.31, section 2.4). */
export function literal(text: string): string {
  return normalize(text).replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A code span that holds `text` verbatim; padded because Markdown strips one space at each end. */
export function codeSpan(text: string): string {
  const content = normalize(text);
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${content} ${fence}`;
}

/** A fence that holds `text` verbatim, line by line. */
export function codeFence(lang: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${lang}\n${text}\n${fence}`;
}

export function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
