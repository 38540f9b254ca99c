import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import { join, parse } from 'node:path';
import type { Duplex } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import type { Plugin, ViteDevServer } from 'vite';
import type { FontFolders } from '../../base/fonts/font-packages.ts';
import { loadSlidev, type Slidev } from '../load/load-slidev.ts';
import { borrowPackages, CLOSED, keepScripts, MARKDOWN, type ResolvedOptions } from '../options.ts';
import { tellOwnMoves } from '../plugins/tell-moves.ts';
import { allowFiles, underBase } from './allow-files.ts';
import { announcer, updateComponents } from './announce.ts';
import { quietLogger, socketServer } from './connection.ts';
import { type DeckFile, type DeckFiles, deckFiles } from './deck-paths.ts';
import { editSummaries, emptyGone, skipUnshown } from './edited-slides.ts';
import { guardSockets } from './guard-sockets.ts';
import { keepPages } from './keep-pages.ts';
import { newState, renumber, type SharedUpdate, share } from './shared-state.ts';
import { dateChanges, holdUpdates, keepSound, movedSlides } from './updates.ts';

export interface DeckToServe {
  /** Absolute path of the generated deck. */
  readonly entry: string;
  /** Absolute path of the theme's folder. */
  readonly themeRoot: string;
  /** Fonts that the meetup installed; by default those that talkdeck finds. */
  readonly fontFolders?: FontFolders;
  /** URL path of the deck, such as `/huang-dongxu/`. */
  readonly base: string;
  /** Absolute path of a folder for optimized client packages. */
  readonly cacheFolder: string;
  readonly scripts: PageScripts;
  /** Whether a file belongs to the decks, by its path below the entry's folder. */
  hasFile(path: string): boolean;
}

/** URLs of modules that every page of a deck runs, before and after Slidev's. */
export interface PageScripts {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Events of a deck server. */
export interface DeckWatch {
  /** The deck has changed in a way that needs a new server. */
  stale(): void;
  /** A file cannot be served, such as one of the theme with an error. */
  failed(message: string): void;
}

/** A deck in Slidev's development server. */
export interface DeckServer {
  /** What its pages may request besides the pages themselves. */
  readonly files: DeckFiles;
  /** Slide aliases that may stand for numbers in URLs. */
  aliases(): readonly string[];
  /** Answers with a file, or with the page if null, whatever the request's own URL is. */
  handle(
    file: DeckFile | null,
    query: string | null,
    request: IncomingMessage,
    response: ServerResponse,
    next: (error?: unknown) => void,
  ): void;
  /** Sends all windows what one of them shows or draws. */
  share(update: SharedUpdate): void;
  /** Handles a WebSocket request. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /**
   * Prepares the modules that pages will need after these files changed, without telling pages yet. @param files
   * absolute paths
   */
  prepare(files: readonly string[]): void;
  /** Sends prepared changes to pages, which update in place. */
  show(): void;
  close(): Promise<void>;
}

/** Request headers passed to Slidev's server; any other could trigger something in a package that it includes. */
const TOLD = new Set([
  'host',
  'accept',
  'if-none-match',
  // Browsers request videos in ranges.
  'range',
  'if-range',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
]);
/** Event that says where each slide moved in the update that follows (dev/pages/deck/follow.ts). */
const MOVED = 'talkdeck:moved';
/** Disables what would write to the generated deck. */
const WRITES_NOTHING = { editor: false, mcp: false };
/** Settings that Slidev reads only at startup; from its own command line (cli.ts). */
const FIXED = ['monaco', 'routerMode', 'fonts', 'css', 'mdc', 'editor', 'theme', 'seoMeta'] as const;

/**
 * Serves a deck as `slidev` does, under a base path, for requests received by another server.
 * @param look for tests: called with Vite's server
 * @throws what Slidev and Vite throw, for example if the theme's configuration does not load
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
  // Never listens; it only passes on WebSocket requests.
  const sockets = new Server();
  const state = newState();
  /** Number of times the deck was reloaded. */
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
  const logger = quietLogger(watch.failed);
  const server = await createServer(
    options,
    {
      ...CLOSED,
      base: deck.base,
      cacheDir: deck.cacheFolder,
      clearScreen: false,
      customLogger: logger,
      plugins: [
        borrowPackages(deck.themeRoot, deck.fontFolders),
        underBase(deck.base),
        allowFiles(files.folders),
        withoutMaps(deck.themeRoot),
        ...(options.data.features.monaco ? [] : [withoutCompiler()]),
        keepPages(),
        editSummaries(),
        tellOwnMoves(),
        emptyGone(options.entry, () => options.data.slides.length),
        skipUnshown(options.userRoot),
        updateComponents(),
        socketServer(sockets),
      ],
      // Pictures are imported as in a build, so that a changed one is shown.
      slidev: {
        serverRef: { state: { ...state } },
        markdown: MARKDOWN,
        vue: { template: { transformAssetUrls: { base: '' } } },
      },
      // Imported by the theme; if Vite discovered it on a page's request, the page would reload.
      optimizeDeps: { exclude: ['@shikijs/engine-javascript'] },
      server: {
        middlewareMode: true,
        hmr: { overlay: false },
        // Changed files are announced by `prepare`.
        watch: null,
      },
    },
    {
      async loadData() {
        // Saves in quick succession load concurrently, and Slidev keeps the result that comes last, which must be the
        // newest. Only the load that started last is certain to have read it.
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
        if (moved) {
          renumber(state, moved, server);
          server.ws.send(MOVED, moved);
        }
        // The page gets its title in another way (dev/pages/deck/deck-page.ts): a changed configuration would reload
        // it.
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
  const announce = announcer(server, deck.themeRoot, logger.changed);
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
      announce(files);
    },
    show: () => updates.release(),
    close: () => server.close(),
  };
}

/**
 * Slidev locates its packages by the script's path. Made to look like a pnpm installation apart from the meetup, it
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
      // Slidev encodes it itself, in the page that loads its client.
      slidev.resolveOptions({ entry, theme, base: decodeURI(base) }, 'dev'),
    );
    return { slidev, options };
  } finally {
    process.argv[1] = script;
  }
}

/**
 * Source maps are two thirds of what a page loads. Only those of the theme are kept, for its author.
 */
function withoutMaps(themeRoot: string): Plugin {
  const kept = `${themeRoot.replaceAll('\\', '/')}/`;
  return {
    name: 'talkdeck:without-maps',
    enforce: 'pre',
    transform: (code, id) => (id.startsWith(kept) ? null : { code, map: { mappings: '' } }),
  };
}

/**
 * Slidev prepares its packages for browsers before the first page can load. TypeScript is half of that work, and only
 * slides that edit code need it; if one does so later, Vite prepares it then.
 */
function withoutCompiler(): Plugin {
  return {
    name: 'talkdeck:without-compiler',
    enforce: 'post',
    config({ optimizeDeps = {} }) {
      optimizeDeps.include = optimizeDeps.include?.filter((name) => !/\btypescript\b/.test(name)) ?? [];
    },
  };
}

function withScripts(indexHtml: string, { before, after }: PageScripts): string {
  const tags = (urls: readonly string[]) =>
    urls.map((url) => `<script type="module" src="${url}"></script>\n`).join('');
  return indexHtml
    .replace('</head>', () => `${tags(before)}</head>`)
    .replace('</body>', () => `${tags(after)}</body>`);
}
