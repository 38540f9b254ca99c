import { join } from 'node:path';
import { fontFolders } from '../../base/fonts/font-packages.ts';
import type { Project } from '../../base/project.ts';
import { type DeckServer, type PageScripts, serveDeck } from '../../slidev/serve/serve-deck.ts';
import type { ServedSlides } from './served-slides.ts';

/** The servers of decks that somebody has opened. */
export interface DeckPool {
  /** The server of a deck, started on first request. @throws what serveDeck throws */
  open(slug: string): Promise<DeckServer>;
  /** Makes all servers prepare changed files. @param files absolute paths */
  prepare(files: readonly string[]): void;
  /** Makes all servers show the changes. */
  show(): void;
  /** Closes servers of decks that no longer exist. @param slugs of existing decks */
  keep(slugs: ReadonlySet<string>): void;
  /** Closes all servers; they start again on request. */
  clear(): Promise<void>;
}

/** A server that is running or starting. */
interface Opening {
  readonly server: Promise<DeckServer>;
  /** Files that changed while it was starting; null once it has started. */
  missed: Set<string> | null;
}

/**
 * @param failed called when a deck cannot be served, with the reason
 * @param serve for tests
 */
export function createDeckPool(
  { root, themeFolder }: Pick<Project, 'root' | 'themeFolder'>,
  { folder, hasFile }: Pick<ServedSlides, 'folder' | 'hasFile'>,
  cacheFolder: string,
  scripts: PageScripts,
  failed: (message: string) => void,
  serve: typeof serveDeck = serveDeck,
): DeckPool {
  const opening = new Map<string, Opening>();
  const open = new Map<Opening, DeckServer>();
  /** Started one after another: they share the client's prepared packages. */
  let turn: Promise<unknown> = Promise.resolve();

  const start = async (slug: string, entry: Opening): Promise<DeckServer> => {
    const deck = {
      entry: join(folder, `${slug}.md`),
      themeRoot: themeFolder,
      fontFolders: fontFolders(root),
      base: `/${encodeURIComponent(slug)}/`,
      cacheFolder,
      scripts,
      hasFile,
    };
    // From here on it reads the current deck.
    entry.missed = new Set();
    const server = await serve(deck, { stale: () => void drop(slug, entry), failed });
    const missed = [...entry.missed];
    entry.missed = null;
    if (opening.get(slug) !== entry) {
      await server.close();
      return server;
    }
    open.set(entry, server);
    if (missed.length > 0) {
      server.prepare(missed);
      server.show();
    }
    return server;
  };
  /** Closes this server of a deck, but not one that has replaced it. */
  const drop = async (slug: string, entry: Opening): Promise<void> => {
    if (opening.get(slug) === entry) opening.delete(slug);
    const server = open.get(entry);
    open.delete(entry);
    await server?.close();
  };
  return {
    open(slug) {
      const known = opening.get(slug);
      if (known) return known.server;
      const entry: Opening = { server: turn.then(() => start(slug, entry)), missed: null };
      turn = entry.server.catch(() => {});
      opening.set(slug, entry);
      // It may start the next time, once the problem is fixed.
      entry.server.catch(() => drop(slug, entry));
      return entry.server;
    },
    prepare(files) {
      for (const { missed } of opening.values()) for (const file of files) missed?.add(file);
      for (const server of open.values()) server.prepare(files);
    },
    show() {
      for (const server of open.values()) server.show();
    },
    keep(slugs) {
      for (const [slug, entry] of [...opening]) if (!slugs.has(slug)) void drop(slug, entry);
    },
    async clear() {
      await Promise.all([...opening].map(([slug, entry]) => drop(slug, entry)));
      await turn;
    },
  };
}
