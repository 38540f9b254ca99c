import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader can search and copy: the text of each page, and the font names. */
export async function pdfText(bytes: Uint8Array): Promise<{
  readonly pages: readonly string[];
  /** The lines of each page. */
  readonly lines: readonly (readonly string[])[];
  readonly fonts: ReadonlySet<string>;
}> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  const lines: string[][] = [];
  const fonts = new Set<string>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items, styles } = await page.getTextContent();
    const texts = items.filter((item) => 'str' in item);
    pages.push(texts.map(({ str }) => str).join(''));
    lines.push(
      texts
        .map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str))
        .join('')
        .split('\n'),
    );
    // Fonts are known only after the page's operators are read.
    await page.getOperatorList();
    for (const id of Object.keys(styles)) {
      const font = page.commonObjs.get(id) as { name?: string } | null;
      if (font?.name) fonts.add(font.name);
    }
  }
  await task.destroy();
  return { pages, lines, fonts };
}
