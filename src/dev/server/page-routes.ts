import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from '../../base/fonts/font-packages.ts';
import { compiledFile } from '../../base/packages.ts';
import type { AnswerKind } from '../../server/answer-headers.ts';
import { type Route, sendText } from '../../server/routes.ts';
import type { PageName, RenderPage } from '../state/dev-pages.ts';
import type { DevState } from '../state/dev-state.ts';

const MARKUP = fileURLToPath(new URL('../../../templates/dev', import.meta.url));
/** Compiled by scripts/dev-pages.ts. */
const PAGES = compiledFile('../pages/', import.meta.url);
const SCRIPTS = fileURLToPath(PAGES);
const RENDERER = new URL('render-page.js', PAGES).href;

/** The pages of `talkdeck dev`, their scripts and style sheets. @param state initially shown by a page */
export const pageRoutes = (state: () => DevState): readonly Route[] => [
  page(/^\/$/, 'home', state),
  page(/^\/moderate$/, 'moderate', state),
  file(/^\/@talkdeck\/(shared\/events-worker)\.js$/, 'worker', 'text/javascript', (name) =>
    join(SCRIPTS, `${name}.js`),
  ),
  file(/^\/@talkdeck\/([\w-]+\/[\w-]+)\.js$/, 'file', 'text/javascript', (name) =>
    join(SCRIPTS, `${name}.js`),
  ),
  file(/^\/@talkdeck\/([\w-]+)\.css$/, 'file', 'text/css', (name) => join(MARKUP, `${name}.css`)),
];

const STYLES = fileURLToPath(new URL('../../../templates/theme/styles', import.meta.url));

/**
 * Serves the theme's fonts to the pages of `talkdeck dev`, which must not depend on the machine's own.
 * @param root of the meetup, which may have further fonts; absolute
 */
export const fontRoutes = (root: string): readonly Route[] => [
  {
    method: 'GET',
    path: /^\/@talkdeck\/fonts\.css$/,
    who: 'guest',
    kind: 'file',
    async answer({ response }) {
      const index = await readFile(join(STYLES, 'index.ts'), 'utf8');
      const faces = [...index.matchAll(/'(@fontsource\/([\w-]+)\/[\w-]+\.css)'/g)].map(
        async ([, style = '', font = '']) => {
          const folder = folderOf(root, font);
          if (folder === null) return '';
          const css = await readFile(join(folder, basename(style)), 'utf8');
          return css.replaceAll('url(./files/', `url(/@talkdeck/font/${font}/`);
        },
      );
      const stacks = await readFile(join(STYLES, 'fonts.css'), 'utf8');
      const own = stacks.replaceAll(/url\("@fontsource\/([\w-]+)\/files\//g, 'url("/@talkdeck/font/$1/');
      response.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' });
      response.end([...(await Promise.all(faces)), own].join('\n'));
    },
  },
  {
    method: 'GET',
    path: /^\/@talkdeck\/font\/([\w-]+)\/([\w-]+\.woff2?)$/,
    who: 'guest',
    kind: 'file',
    async answer({ response, parts: [font = '', file = ''] }) {
      const bytes = await readFont(folderOf(root, font), file);
      if (!bytes) return sendText(response, 404, 'There is no such font.');
      response.writeHead(200, { 'Content-Type': 'font/woff2', 'Cache-Control': 'max-age=3600' }).end(bytes);
    },
  },
];

/** Rendered on request with the current state, so that it can be read before its scripts run. */
function page(path: RegExp, name: PageName, state: () => DevState): Route {
  return {
    method: 'GET',
    path,
    // For example a password in the address of somebody already admitted.
    query: /^/,
    who: 'guest',
    kind: 'page',
    async answer({ response }) {
      const markup = await readFile(join(MARKUP, `${name}.html`), 'utf8');
      const { renderPage } = (await import(RENDERER)) as { renderPage: RenderPage };
      const body = await renderPage(name, state(), markup);
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
      response.end(body);
    },
  };
}

function file(path: RegExp, kind: AnswerKind, type: string, place: (name: string) => string): Route {
  return {
    method: 'GET',
    path,
    who: 'guest',
    kind,
    async answer({ response, parts: [name = ''] }) {
      const body = await readFile(place(name)).catch(() => null);
      if (!body) return sendText(response, 404, 'There is no such page.');
      response.writeHead(200, {
        'Content-Type': `${type}; charset=utf-8`,
        'Cache-Control': 'no-cache',
      });
      response.end(body);
    },
  };
}

/** Folder of a package; null if it is not installed. */
function folderOf(root: string, font: string): string | null {
  const name = `@fontsource/${font}`;
  return packageFolder(STYLES, name) ?? packageFolder(root, name);
}

async function readFont(folder: string | null, file: string): Promise<Buffer | null> {
  if (folder === null) return null;
  try {
    return await readFile(join(folder, 'files', file));
  } catch {
    return null;
  }
}
