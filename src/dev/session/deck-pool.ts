import { join } from 'node:path';
import { fontFolders } from '../../base/fonts/font-packages.ts';
import type { Project } from '../../base/project.ts';
import { type DeckServer, type PageScripts, serveDeck } from '../../slidev/serve/serve-deck.ts';
import type { ServedSlides } from './served-slides.ts';

/** The decks that somebody has opened. */
export interface DeckPool {
  /** The server of a deck, started when it is asked for first. @throws as serveDeck does */
  open(slug: string): Promise<DeckServer>;
  /** Lets all make what has changed. @param files absolute paths */
  prepare(files: readonly string[]): void;
  /** Lets all show it. */
  show(): void;
  /** Closes those that are no longer among the decks. @param slugs of the decks that there are */
  keep(slugs: ReadonlySet<string>): void;
  /** Closes all; they start again when they are asked for. */
  clear(): Promise<void>;
}

/** A deck that is being served, or will be. */
interface Opening {
  readonly server: Promise<DeckServer>;
  /** What changed while it started; null when it has. */
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
  /** One starts after the other: they share what they make of the client's packages. */
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
    // It reads the deck as it is from here on.
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
  /** Closes this server of a deck, and not one that has taken its place. */
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
      // It may start the next time, when what is wrong was fixed.
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
