import type { Compilation } from '../compile.ts';
import type { AuditOptions } from '../print/print-decks.ts';
import type { Project } from '../project.ts';
import { accentColor } from '../render/accent-color.ts';

/** What the browser is to see of compiled decks. */
export function printableDecks(
  project: Project,
  { decks, files }: Compilation,
): Pick<AuditOptions, 'decks' | 'assets' | 'themeRoot'> {
  return {
    decks: decks.map(({ deck, text }) => ({
      slug: deck.slug,
      title: deck.title,
      author: deck.author,
      lang: deck.lang,
      accent: accentColor(deck.accent, 'var(--ink)'),
      look: deck.look.theme,
      text,
      origins: [deck.cover, ...deck.slides].map(({ origin }) => origin),
    })),
    assets: files
      .filter(({ path }) => !path.endsWith('.md'))
      .map(({ path, content }) => ({ path, bytes: Buffer.from(content) })),
    themeRoot: project.themeFolder,
  };
}
