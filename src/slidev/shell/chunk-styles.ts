import type { Rollup } from 'vite';

/**
 * Tells the addresses of the style sheets that a chunk needs, in the order in which they apply: first those of what
 * it imports, then its own, then those of what it loads later.
 */
export function chunkStyles(
  chunks: readonly Rollup.OutputChunk[],
): (chunk: Rollup.OutputChunk) => readonly string[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  return (start) => {
    const seen = new Set<string>();
    const later = new Set<string>();
    const styles: string[] = [];
    const visit = (name: string): void => {
      const chunk = byName.get(name);
      if (!chunk || seen.has(name)) return;
      seen.add(name);
      chunk.imports.forEach(visit);
      styles.push(...(chunk.viteMetadata?.importedCss ?? []));
      for (const lazy of chunk.dynamicImports) later.add(lazy);
    };
    visit(start.fileName);
    // A set grows while it is walked.
    for (const name of later) visit(name);
    return [...new Set(styles)].map((file) => `/${file}`);
  };
}
