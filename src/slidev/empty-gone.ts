import type { Plugin } from 'vite';

const FACADE = /^\/@slidev\/slides\/(\d+)\/(md|frontmatter)$/;
const SOURCE = /__slidev_(\d+)\.(md|frontmatter)$/;

/**
 * A page may still ask for a slide that an edit has just taken away: it gets an empty one, where Slidev would print an
 * error about its own code, and the page one about a slide that nobody misses.
 *
 * @param entry absolute path of the deck
 * @param count how many slides there are now
 */
export function emptyGone(entry: string, count: () => number): Plugin {
  const file = entry.replaceAll('\\', '/');
  return {
    name: 'talkdeck:empty-gone',
    enforce: 'pre',
    load(id) {
      const [, no, type] = FACADE.exec(id) ?? SOURCE.exec(id) ?? [];
      if (no === undefined || Number(no) <= count()) return null;
      // Imported as ever: should the slide come back, what it is made of is known.
      if (FACADE.test(id)) {
        const source = JSON.stringify(`${file}__slidev_${no}.${type}`);
        return { code: `export * from ${source}\nexport { default } from ${source}`, map: null };
      }
      if (type === 'md') return { code: '', map: null };
      return { code: 'export const meta = {}\nexport default {}', map: null };
    },
  };
}
