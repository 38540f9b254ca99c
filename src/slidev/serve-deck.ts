import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { join, parse } from 'node:path';
import type { Duplex } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { allowFiles } from './allow-files.ts';
import { borrowPackages } from './borrow-packages.ts';
import { dateChanges } from './date-changes.ts';
import { editSummaries } from './edit-summaries.ts';
import { emptyGone } from './empty-gone.ts';
import { holdUpdates } from './hold-updates.ts';
import { keepClicks } from './keep-clicks.ts';
import { keepScripts } from './keep-scripts.ts';
import { keepSound } from './keep-sound.ts';
import { loadSlidev } from './kept/load-slidev.ts';
import type { Slidev } from './kept/slidev.ts';
import { movedSlides } from './moved-slides.ts';
import { onlyReads } from './only-reads.ts';
import { quietLogger } from './quiet-logger.ts';
import { skipUnshown } from './skip-unshown.ts';
import type { SlidevOptions } from './slidev-options.ts';
import { MARKDOWN } from './slidev-plugins.ts';
import { socketServer } from './socket-server.ts';
import { tellSlides } from './tell-slides.ts';
import { underBase } from './under-base.ts';

export interface DeckToServe {
  /** Absolute path of the generated deck. */
  readonly entry: string;
  /** Absolute path of the theme's folder. */
  readonly themeRoot: string;
  /** Where the deck is served, such as `/huang-dongxu/`. */
  readonly base: string;
  /** Absolute path of a folder for what is made of the client's packages once. */
  readonly cacheFolder: string;
  /** Addresses of scripts that every page of the deck loads. */
  readonly scripts: readonly string[];
}

/** What a server has to say. */
export interface DeckWatch {
  /** The deck has changed so that it must be served anew. */
  stale(): void;
  /** A file cannot be served: of the theme, for instance, with an error. */
  failed(message: string): void;
}

/** A deck in Slidev's development server. */
export interface DeckServer {
  handle(request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void;
  /** A request for a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** These files have changed: makes what pages will need, and tells them nothing yet. @param files absolute paths */
  prepare(files: readonly string[]): void;
  /** Pages change in place. */
  show(): void;
  close(): Promise<void>;
}

/** What Slidev's client asks its server for (see under-base.ts). */
const OWN_REQUESTS = /^\/[^/]+\/(?=__slidev\/|@server-(?:ref|reactive)\/)/;
/** Says where each slide goes with the update that follows (dev/pages/follow-slide.ts). */
const MOVED = 'talkdeck:moved';
/** What would write into the deck, which is generated. */
const WRITES_NOTHING = { editor: false, mcp: false };
/** Settings that Slidev reads only when it starts; from its command line (cli.ts). */
const FIXED = ['monaco', 'routerMode', 'fonts', 'css', 'mdc', 'editor', 'theme', 'seoMeta'] as const;

/**
 * Serves a deck as `slidev` does, below a path, for requests that another server was asked.
 * @throws what Slidev and Vite throw: the theme's configuration does not load
 */
export async function serveDeck(deck: DeckToServe, watch: DeckWatch): Promise<DeckServer> {
  const {
    slidev: { createServer, parser },
    options,
  } = await readDeck(deck);
  Object.assign(options.data.config, WRITES_NOTHING);
  options.utils.indexHtml = withScripts(options.utils.indexHtml, deck.scripts);
  // Never listens: it only hands on what asks for a WebSocket.
  const sockets = new Server();
  const server = await createServer(
    options,
    {
      base: deck.base,
      cacheDir: deck.cacheFolder,
      clearScreen: false,
      customLogger: quietLogger(watch.failed),
      plugins: [
        borrowPackages(deck.themeRoot),
        underBase(deck.base),
        allowFiles([options.userRoot, deck.themeRoot, options.clientRoot]),
        tellSlides(),
        editSummaries(),
        keepClicks(),
        emptyGone(options.entry, () => options.data.slides.length),
        skipUnshown(options.userRoot),
        socketServer(sockets),
      ],
      // Pictures are imported, as in a build, so that one that is drawn anew shows.
      slidev: { markdown: MARKDOWN, vue: { template: { transformAssetUrls: { base: '' } } } },
      // The theme imports it; found out only when a page asks for it, it would make the page load anew.
      optimizeDeps: { exclude: ['@shikijs/engine-javascript'] },
      server: {
        middlewareMode: true,
        hmr: { overlay: false },
        // What is generated is announced; the theme, which nobody else looks at, is watched.
        watch: { ignored: [`${options.userRoot}/**`] },
      },
    },
    {
      async loadData(sources) {
        const { data } = options;
        const loaded = await parser.load(options, options.entry, sources, 'dev');
        const config = parser.resolveConfig(loaded.headmatter, data.themeMeta, options.entry);
        const { addons, theme, title, themeConfig } = data.config;
        Object.assign(config, WRITES_NOTHING, { addons, theme });
        if (FIXED.some((key) => !isDeepStrictEqual(config[key], data.config[key]))) {
          watch.stale();
          return false;
        }
        const moved = movedSlides(data.slides, loaded.slides);
        if (moved) server.ws.send(MOVED, moved);
        // An open page is told its title in another way (dev/pages/deck.ts): with a new configuration it would load anew.
        const isSame = isDeepStrictEqual({ ...config, title, themeConfig }, data.config);
        return { ...data, ...loaded, config: isSame ? data.config : config };
      },
    },
  );
  dateChanges(server);
  const sound = keepSound(server, deck.themeRoot);
  const updates = holdUpdates(server, sound.reload);
  return {
    handle: (request, response, next) => {
      const { url = '' } = request;
      if (!onlyReads(request)) {
        response.writeHead(403).end('The deck is generated: edit its summary.\n');
        return;
      }
      const below = url.slice(deck.base.length - 1);
      response.once('finish', () => sound.answered(below, response.statusCode));
      // These are looked for at the top.
      request.url = url.replace(OWN_REQUESTS, '/');
      server.middlewares(request, response, next);
    },
    upgrade: (request, socket, head) => void sockets.emit('upgrade', request, socket, head),
    prepare: (files) => {
      updates.hold();
      for (const file of files) server.watcher.emit('change', file);
    },
    show: () => updates.release(),
    close: () => server.close(),
  };
}

/**
 * Slidev looks at its script's path to find out where its packages are. Taken for installed apart from the meetup it
 * finds them wherever they are.
 */
async function readDeck({ entry, themeRoot, base, cacheFolder }: DeckToServe): Promise<{
  readonly slidev: Slidev;
  readonly options: SlidevOptions;
}> {
  const [, script = ''] = process.argv;
  process.argv[1] = join(parse(entry).root, '.pnpm', 'talkdeck.js');
  try {
    const slidev = await loadSlidev();
    const theme = themeRoot.replaceAll('\\', '/');
    const options = await keepScripts(cacheFolder, () =>
      slidev.resolveOptions({ entry, theme, base }, 'dev'),
    );
    return { slidev, options };
  } finally {
    process.argv[1] = script;
  }
}

function withScripts(indexHtml: string, scripts: readonly string[]): string {
  const tags = scripts.map((url) => `<script type="module" src="${url}"></script>\n`).join('');
  return indexHtml.replace('</body>', () => `${tags}</body>`);
}
