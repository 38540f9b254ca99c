import type { AuditOptions, PrintableDeck } from '../print/types.ts';
import { bundleFolder } from '../print/visit/bundle-folder.ts';
import { diagramsOf } from '../slidev/file/drawn-diagrams.ts';
import type { CachedWholes } from './whole.ts';
import { wholeKey } from './whole.ts';

export interface WholeHtml {
  readonly html: Uint8Array;
  readonly slides: number;
}

/**
 * Makes one file of the whole meetup, whose decks were inspected and have their own files.
 *
 * @param front provides name and title
 * @param decks see `wholeParts`
 * @param pages by slug
 * @param kept null to make it without the cache
 */
export async function joinPages(
  front: PrintableDeck,
  decks: readonly PrintableDeck[],
  pages: ReadonlyMap<string, Uint8Array>,
  kept: CachedWholes | null,
  options: Pick<AuditOptions, 'assets' | 'themeRoot' | 'fontFolders' | 'shellFolder' | 'signal'>,
): Promise<WholeHtml | null> {
  const parts = decks.flatMap(({ slug, title }) => {
    const page = pages.get(slug);
    return page ? [{ file: `${slug}.html`, bytes: page, title }] : [];
  });
  if (parts.length < decks.length) return null;
  const slides = decks.reduce((sum, { origins }) => sum + origins.length, 0);
  const key = kept && wholeKey(kept.environment, front, parts);
  const path = `html/${front.slug}.html`;
  const [file] = (key === null ? null : kept?.cache.get(key, [path]))?.files ?? [];
  if (file) return { html: file.bytes, slides };
  const diagrams = Object.assign({}, ...parts.map(({ bytes }) => diagramsOf(bytes)));
  const signal = options.signal ?? new AbortController().signal;
  const folder = await bundleFolder(options, signal);
  try {
    const html = await folder.bundleFile(decks, diagrams, front.title);
    const files = [{ path, bytes: html }];
    if (key !== null) kept?.cache.put(key, { files, pages: slides, warnings: [], pictures: [] });
    return { html, slides };
  } finally {
    await folder.dispose();
  }
}
