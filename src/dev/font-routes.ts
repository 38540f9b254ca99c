import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sendText } from './page-routes.ts';
import type { Route } from './routes.ts';

const STYLES = fileURLToPath(new URL('../../templates/theme/styles', import.meta.url));
const require = createRequire(import.meta.url);

/** The theme's fonts for the pages of `talkdeck dev`: a machine need not have any of its own. */
export const FONT_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/@talkdeck\/fonts\.css$/,
    async answer({ response }) {
      const index = await readFile(join(STYLES, 'index.ts'), 'utf8');
      const faces = [...index.matchAll(/'(@fontsource\/([\w-]+)\/[\w-]+\.css)'/g)].map(
        async ([, style = '', font = '']) =>
          (await readFile(require.resolve(style), 'utf8')).replaceAll(
            'url(./files/',
            `url(/@talkdeck/font/${font}/`,
          ),
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
    async answer({ response, parts: [font = '', file = ''] }) {
      const bytes = await readFont(font, file);
      if (!bytes) return sendText(response, 404, 'There is no such font.');
      response.writeHead(200, { 'Content-Type': 'font/woff2', 'Cache-Control': 'max-age=3600' }).end(bytes);
    },
  },
];

async function readFont(font: string, file: string): Promise<Buffer | null> {
  try {
    return await readFile(join(require.resolve(`@fontsource/${font}/package.json`), '..', 'files', file));
  } catch {
    return null;
  }
}
