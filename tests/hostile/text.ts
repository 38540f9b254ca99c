/** How a reader compares two texts: runs of blanks and control characters count as one blank, those at the ends as none. */
export function normalize(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replaceAll(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ').trim();
}

/** Without blanks: those between blocks, and around what stands in a line of its own, come and go. */
export function bare(text: string): string {
  return normalize(text).replaceAll(' ', '');
}

/** Markdown that yields `text` as it stands (CommonMark 0.31, section 2.4), on one line. */
export function literal(text: string): string {
  return normalize(text).replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A code span that holds `text` as it stands; two spaces because one at each end goes. */
export function codeSpan(text: string): string {
  const content = normalize(text);
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${content} ${fence}`;
}

/** A fence that holds `text` line by line. */
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
