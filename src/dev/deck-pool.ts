import { join } from 'node:path';
import type { Project } from '../project.ts';
import { type DeckServer, serveDeck } from '../slidev/serve-deck.ts';

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

/** @param failed called when a deck cannot be served, with the reason */
export function createDeckPool(
  project: Project,
  cacheFolder: string,
  scripts: readonly string[],
  failed: (message: string) => void,
): DeckPool {
  const opening = new Map<string, Promise<DeckServer>>();
  const open = new Map<string, DeckServer>();
  /** One starts after the other: they share what they make of the client's packages. */
  let turn: Promise<unknown> = Promise.resolve();

  const start = async (slug: string): Promise<DeckServer> => {
    const deck = {
      entry: join(project.slidesFolder, `${slug}.md`),
      themeRoot: project.themeFolder,
      base: `/${encodeURIComponent(slug)}/`,
      cacheFolder,
      scripts,
    };
    const server = await serveDeck(deck, { stale: () => void drop(slug), failed });
    if (opening.has(slug)) open.set(slug, server);
    else await server.close();
    return server;
  };
  const drop = (slug: string): Promise<void> => {
    const server = open.get(slug);
    open.delete(slug);
    opening.delete(slug);
    return server?.close() ?? Promise.resolve();
  };
  return {
    open(slug) {
      const known = opening.get(slug);
      if (known) return known;
      const server = turn.then(() => start(slug));
      turn = server.catch(() => {});
      opening.set(slug, server);
      // It may start the next time, when what is wrong was mended.
      server.catch(() => opening.delete(slug));
      return server;
    },
    prepare(files) {
      for (const server of open.values()) server.prepare(files);
    },
    show() {
      for (const server of open.values()) server.show();
    },
    keep(slugs) {
      for (const slug of [...opening.keys()]) if (!slugs.has(slug)) void drop(slug);
    },
    async clear() {
      await Promise.all([...opening.keys()].map(drop));
      await turn;
    },
  };
}
