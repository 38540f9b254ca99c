import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader can search and copy: the text of each page, and the font names. */
export async function pdfText(
  bytes: Uint8Array,
): Promise<{ readonly pages: readonly string[]; readonly fonts: ReadonlySet<string> }> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  const fonts = new Set<string>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items, styles } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    // Fonts are known only after the page's operators are read.
    await page.getOperatorList();
    for (const id of Object.keys(styles)) {
      const font = page.commonObjs.get(id) as { name?: string } | null;
      if (font?.name) fonts.add(font.name);
    }
  }
  await task.destroy();
  return { pages, fonts };
}
