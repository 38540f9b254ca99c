import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from '../../base/fonts/font-packages.ts';
import type { AnswerKind } from '../../server/answer-headers.ts';
import { type Route, sendText } from '../../server/routes.ts';
import type { PageName, RenderPage } from '../state/dev-pages.ts';
import type { DevState } from '../state/dev-state.ts';

const MARKUP = fileURLToPath(new URL('../../../templates/dev', import.meta.url));
/** Compiled (scripts/dev-pages.ts), also where the rest is run from its sources, as in tests. */
const PAGES = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/dev/pages/' : '../pages/',
  import.meta.url,
);
const SCRIPTS = fileURLToPath(PAGES);
const RENDERER = new URL('render-page.js', PAGES).href;

/** The pages of `talkdeck dev`, their scripts and style sheets. @param state that a page shows at first */
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
 * The theme's fonts for the pages of `talkdeck dev`: a machine need not have any of its own.
 * @param root of the meetup, which may bring some; absolute
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

/** Made as it is now, so that it can be read before its scripts run. */
function page(path: RegExp, name: PageName, state: () => DevState): Route {
  return {
    method: 'GET',
    path,
    // A password in the address of who is in already, for example.
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

/** Of a package; null where it is not installed. */
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
