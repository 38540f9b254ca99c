import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { join, parse } from 'node:path';
import type { Duplex } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import type { ViteDevServer } from 'vite';
import type { FontFolders } from '../../base/fonts/font-packages.ts';
import { loadSlidev, type Slidev } from '../load/load-slidev.ts';
import { borrowPackages, CLOSED, keepScripts, MARKDOWN, type ResolvedOptions } from '../options.ts';
import { tellOwnMoves } from '../plugins/tell-moves.ts';
import { allowFiles, underBase } from './allow-files.ts';
import { quietLogger, socketServer } from './connection.ts';
import { type DeckFile, type DeckFiles, deckFiles } from './deck-paths.ts';
import { editSummaries, emptyGone, skipUnshown } from './edited-slides.ts';
import { guardSockets } from './guard-sockets.ts';
import { newState, type SharedUpdate, share } from './shared-state.ts';
import { dateChanges, holdUpdates, keepSound, movedSlides, tellSlides } from './updates.ts';

export interface DeckToServe {
  /** Absolute path of the generated deck. */
  readonly entry: string;
  /** Absolute path of the theme's folder. */
  readonly themeRoot: string;
  /** Fonts that the meetup brings; by default those that talkdeck finds. */
  readonly fontFolders?: FontFolders;
  /** Where the deck is served, such as `/huang-dongxu/`. */
  readonly base: string;
  /** Absolute path of a folder for what is made of the client's packages once. */
  readonly cacheFolder: string;
  /** Addresses of scripts that every page of the deck loads. */
  readonly scripts: readonly string[];
  /** Whether a file, by its path below the entry's folder, belongs to the decks. */
  hasFile(path: string): boolean;
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
  /** What its pages may ask for, beside the pages themselves. */
  readonly files: DeckFiles;
  /** Names that slides have in addresses, beside their numbers. */
  aliases(): readonly string[];
  /** Answers for a file, or with the page where it is null, whatever the request's own address is. */
  handle(
    file: DeckFile | null,
    query: string | null,
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void;
  /** A window tells the others what it shows, or what is drawn. */
  share(update: SharedUpdate): void;
  /** A request for a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** These files have changed: makes what pages will need, and tells them nothing yet. @param files absolute paths */
  prepare(files: readonly string[]): void;
  /** Pages change in place. */
  show(): void;
  close(): Promise<void>;
}

/** What Slidev's server is told of a request; the rest could be an order to something that it brings along. */
const TOLD = new Set([
  'host',
  'accept',
  'if-none-match',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
]);
/** Says where each slide goes with the update that follows (dev/pages/deck/follow.ts). */
const MOVED = 'talkdeck:moved';
/** What would write into the deck, which is generated. */
const WRITES_NOTHING = { editor: false, mcp: false };
/** Settings that Slidev reads only when it starts; from its command line (cli.ts). */
const FIXED = ['monaco', 'routerMode', 'fonts', 'css', 'mdc', 'editor', 'theme', 'seoMeta'] as const;

/**
 * Serves a deck as `slidev` does, below a path, for requests that another server was asked.
 * @param look for tests: at Vite's server
 * @throws what Slidev and Vite throw: the theme's configuration does not load
 */
export async function serveDeck(
  deck: DeckToServe,
  watch: DeckWatch,
  look: (server: ViteDevServer) => void = () => {},
): Promise<DeckServer> {
  const {
    slidev: { createServer, parser },
    options,
  } = await readDeck(deck);
  Object.assign(options.data.config, WRITES_NOTHING);
  options.utils.indexHtml = withScripts(options.utils.indexHtml, deck.scripts);
  // Never listens: it only hands on what asks for a WebSocket.
  const sockets = new Server();
  const state = newState();
  /** How often the deck was read again. */
  let loads = 0;
  const files = deckFiles(
    parse(deck.entry).name,
    {
      slides: options.userRoot,
      theme: deck.themeRoot,
      client: options.clientRoot,
      cache: deck.cacheFolder,
      fonts: Object.values(deck.fontFolders ?? {}),
    },
    deck.hasFile,
  );
  const server = await createServer(
    options,
    {
      ...CLOSED,
      base: deck.base,
      cacheDir: deck.cacheFolder,
      clearScreen: false,
      customLogger: quietLogger(watch.failed),
      plugins: [
        borrowPackages(deck.themeRoot, deck.fontFolders),
        underBase(deck.base),
        allowFiles(files.folders),
        tellSlides(),
        editSummaries(),
        tellOwnMoves(),
        emptyGone(options.entry, () => options.data.slides.length),
        skipUnshown(options.userRoot),
        socketServer(sockets),
      ],
      // Pictures are imported, as in a build, so that one that is drawn anew shows.
      slidev: {
        serverRef: { state: { ...state } },
        markdown: MARKDOWN,
        vue: { template: { transformAssetUrls: { base: '' } } },
      },
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
      async loadData() {
        // Saves soon after each other are looked at side by side, and Slidev keeps what it has last: that must be the
        // newest. Who began last reads the newest, which Slidev may have read for an earlier one.
        loads += 1;
        const turn = loads;
        const loaded = await parser.load(options, options.entry, undefined, 'dev');
        if (turn !== loads) return false;
        const { data } = options;
        const config = parser.resolveConfig(loaded.headmatter, data.themeMeta, options.entry);
        const { addons, theme, title, themeConfig } = data.config;
        Object.assign(config, WRITES_NOTHING, { addons, theme });
        if (FIXED.some((key) => !isDeepStrictEqual(config[key], data.config[key]))) {
          watch.stale();
          return false;
        }
        const moved = movedSlides(data.slides, loaded.slides);
        if (moved) server.ws.send(MOVED, moved);
        // An open page is told its title in another way (dev/pages/deck/deck-page.ts): with a new configuration it would load anew.
        const isSame = isDeepStrictEqual({ ...config, title, themeConfig }, data.config);
        return { ...data, ...loaded, config: isSame ? data.config : config };
      },
    },
  );
  look(server);
  guardSockets(server);
  dateChanges(server);
  const sound = keepSound(server, deck.themeRoot);
  const updates = holdUpdates(server, sound.reload);
  return {
    files,
    aliases: () =>
      options.data.slides
        .map(({ frontmatter: { routeAlias } }) => routeAlias)
        .filter((alias): alias is string => typeof alias === 'string'),
    handle: (file, query, request, response, next) => {
      const { path, isAtTop } = file ?? { path: '/', isAtTop: false };
      response.once('finish', () => sound.answered(path, response.statusCode));
      request.url =
        (isAtTop ? '' : deck.base.slice(0, -1)) + encodeURI(path) + (query === null ? '' : `?${query}`);
      for (const name of Object.keys(request.headers)) if (!TOLD.has(name)) delete request.headers[name];
      server.middlewares(request, response, next);
    },
    share: (update) => share(state, update, server),
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
  readonly options: ResolvedOptions;
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
