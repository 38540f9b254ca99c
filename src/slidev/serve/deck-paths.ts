import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a page of a deck may request from Slidev's server. */
export interface DeckFiles {
  /**
   * Maps a path below the deck's base to Slidev's server; null for anything that our pages never request.
   * @param path decoded, begins with a slash
   * @param query as sent
   */
  find(path: string, query: string | null): DeckFile | null;
  /** Absolute folders, with forward slashes, whose files Vite may serve. */
  readonly folders: readonly string[];
}

export interface DeckFile {
  /** Includes the base unless `isAtTop`. */
  readonly path: string;
  /** Slidev answers these at the server root, whatever the base is. */
  readonly isAtTop: boolean;
}

export interface DeckFolders {
  /** Folder of the decks being served. */
  readonly slides: string;
  readonly theme: string;
  /** Folder of Slidev's client. */
  readonly client: string;
  /** Folder of Vite's optimized dependencies. */
  readonly cache: string;
  /** Folders of font packages that the meetup installed. */
  readonly fonts: readonly string[];
}

/**
 * Query parts, each at most once: the version of a package, or the time of a change, which makes pages reload a module.
 */
const PLAIN = /^(?:v=[0-9a-f]{8}|t=\d{1,16})$/;
const IMPORTED = anyOf(PLAIN, /^import$/);
/** A block of a Vue component, as named by Vue's plugin. */
const BLOCK = anyOf(
  IMPORTED,
  /^(?:vue|type=(?:style|template|script)|index=\d{1,3}|src=[0-9a-f]{8}|scoped=(?:[0-9a-f]{8}|true)|setup=true)$/,
  /^(?:module(?:=\w{1,40})?|lang\.(?:module\.)?(?:css|postcss|scss|sass|less|styl|stylus|[jt]sx?|html|pug))$/,
);
/** Modules of a theme may import one of its files as text or as a URL. */
const OF_THEME = anyOf(IMPORTED, /^(?:raw|url|inline)$/);
/** Slidev requests changes of these. */
const CHANGES = anyOf(PLAIN, /^diff$/);

/** Virtual modules of Slidev and its plugins. */
const MADE: readonly (readonly [path: RegExp, query: RegExp])[] = [
  [/^\/@vite\/client$/, PLAIN],
  [/^\/@slidev\/(?:configs|conditional-styles|custom-nav-controls|global-layers|layouts|routes)$/, PLAIN],
  [/^\/@slidev\/title-renderer(?:\.md)?$/, IMPORTED],
  [/^\/@slidev\/slides(?:\/\d{1,4}\/(?:md|frontmatter))?$/, PLAIN],
  [
    /^\/@slidev\/setups\/(?:main|root|routes|shortcuts|context-menu|mermaid|mermaid-renderer|shiki|code-runners)$/,
    PLAIN,
  ],
  [/^\/@id\/__x00__plugin-vue:export-helper$/, PLAIN],
  [/^\/@id\/__x00__\/__uno(?:_[a-z]{1,20})?\.css$/, PLAIN],
  [/^\/@id\/(?:virtual:|~)icons\/[\w-]{1,40}\/[\w-]{1,80}$/, PLAIN],
  [/^\/node_modules\/\.slidev\/virtual\/import-glob\.[0-9a-f]{10}\.ts$/, PLAIN],
];
const AT_TOP: readonly (readonly [path: RegExp, query: RegExp])[] = [
  [/^\/__slidev\/slides\/\d{1,4}\.json$/, /^$/],
  [/^\/@server-reactive\/nav$/, PLAIN],
  [/^\/@server-reactive\/(?:drawings|snapshots)$/, CHANGES],
];
const MODULE = /\.(?:[cm]?[jt]sx?|vue|css|postcss|scss|sass|less|styl|stylus|json)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|mp4|webm|mp3|ogg)$/i;
const FONT = /\.(?:woff2?|ttf|otf)$/i;
/** `.pnpm`, where packages are linked, does not count as hidden. */
const HIDDEN = /(?:^|\/)\.(?!pnpm(?:\/|$))/;

/**
 * @param slug of the deck
 * @param hasFile whether a file belongs to the decks, by its path below the slides folder
 */
export function deckFiles(slug: string, folders: DeckFolders, hasFile: (path: string) => boolean): DeckFiles {
  const theme = both(folders.theme);
  const packages = [...packageFolders([folders.theme, folders.client]), ...folders.fonts].flatMap(both);
  const made = both(folders.cache).map((folder) => `${folder}/deps`);
  const outside = [...both(folders.client), ...packages];

  const isSlides = (path: string, query: string | null): boolean => {
    const name = path.slice(1);
    // Virtual modules of the slides, by number.
    const [, deck] = /^(.*)\.md__slidev_\d{1,4}\.(?:md|frontmatter)$/s.exec(name) ?? [];
    if (deck !== undefined) return deck === slug && isQuery(query, BLOCK);
    const isAsset = name.startsWith('assets/') && (PICTURE.test(name) || FONT.test(name));
    return (isAsset || name === 'style.css') && hasFile(name) && isQuery(query, IMPORTED);
  };

  const isFile = (file: string, query: string | null): boolean => {
    // Not checked for existence: Vite waits for those still being made.
    if (made.some((root) => isDependency(file, root))) return isQuery(query, IMPORTED);
    const isTheme = isBelow(file, theme);
    if (!isTheme && !isBelow(file, outside)) return false;
    const root = longest([...theme, ...outside].filter((each) => file.startsWith(`${each}/`)));
    if (HIDDEN.test(file.slice(root.length))) return false;
    if (!MODULE.test(file) && !PICTURE.test(file) && !FONT.test(file)) return false;
    if (!isQuery(query, BLOCK) && !(isTheme && isQuery(query, OF_THEME))) return false;
    return leadsWithin(file, [...theme, ...outside]);
  };

  return {
    folders: [...new Set([folders.slides, folders.theme, folders.client].flatMap(both).concat(packages))],
    find(path, query) {
      const isListed = (list: typeof MADE) =>
        list.some(([pattern, queries]) => pattern.test(path) && isQuery(query, queries));
      if (isListed(AT_TOP)) return { path, isAtTop: true };
      const [, file] = /^\/@fs(\/.*)$/s.exec(path) ?? [];
      const isFound =
        file === undefined
          ? isListed(MADE) || isSlides(path, query)
          : isFile(process.platform === 'win32' ? file.slice(1) : file, query);
      return isFound ? { path, isAtTop: false } : null;
    },
  };
}

function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'));
}

/** Whether a query consists of such parts only, each at most once. */
function isQuery(query: string | null, parts: RegExp): boolean {
  const all = query === null || query === '' ? [] : query.split('&');
  const names = new Set(all.map((part) => part.split(/[=.]/)[0]));
  return names.size === all.length && all.every((part) => parts.test(part));
}

function isBelow(path: string, roots: readonly string[]): boolean {
  return roots.some((root) => path.startsWith(`${root}/`));
}

function isDependency(file: string, root: string): boolean {
  return file.startsWith(`${root}/`) && /^[\w@.-]{1,200}\.js$/.test(file.slice(root.length + 1));
}

function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '');
}

/** A folder by its given path and its real path, with forward slashes. */
function both(folder: string): readonly string[] {
  const named = folder.replaceAll('\\', '/').replace(/\/$/, '');
  return existsSync(folder) ? [...new Set([named, slashed(realpathSync(folder))])] : [named];
}

/** Existing folders from which modules in these folders can import packages. */
function packageFolders(folders: readonly string[]): readonly string[] {
  const asked = [...folders, fileURLToPath(new URL('.', import.meta.url))];
  const found = asked.flatMap(
    (folder) => createRequire(join(folder, 'index.js')).resolve.paths('talkdeck') ?? [],
  );
  return [...new Set(found)].filter((folder) => existsSync(folder));
}

/** A link inside a package may lead anywhere; a missing file leads nowhere. */
function leadsWithin(file: string, roots: readonly string[]): boolean {
  try {
    const real = slashed(realpathSync(file));
    return roots.some((root) => real.startsWith(`${root}/`));
  } catch {
    return false;
  }
}

function slashed(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
