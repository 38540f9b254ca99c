import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mediaType } from '../../base/media-type.ts';
import { THEMES } from '../../content/summary/meetup.ts';
import { lookCss } from '../../render/look-css.ts';
import type { Route } from '../../server/routes.ts';
import type { DevSession } from '../session/dev-session.ts';
import { PICTURES } from '../state/pictures.ts';

const THEME = fileURLToPath(new URL('../../../templates/theme', import.meta.url));
/** Tokens first, because the settings of event.md override them. */
const LOOKS = ['tokens', ...THEMES.map((name) => `look-${name}`)];

/** Lets the pages of `talkdeck dev` look like the decks: colours, covers, pictures, custom fonts. */
export const lookRoutes = (session: DevSession): readonly Route[] => [
  {
    method: 'GET',
    path: /^\/@talkdeck\/look\.css$/,
    who: 'guest',
    kind: 'file',
    async answer({ response }) {
      const styles = LOOKS.map((name) => readFile(join(THEME, `styles/${name}.css`), 'utf8'));
      const own = session.compilation()?.front.deck.look;
      const set = own ? lookCss(own).replaceAll('url("./', `url("${PICTURES}`) : '';
      sendCss(response, [...(await Promise.all(styles)), set].join('\n'));
    },
  },
  {
    method: 'GET',
    path: /^\/@talkdeck\/slide\.css$/,
    who: 'guest',
    kind: 'file',
    async answer({ response }) {
      sendCss(response, await coverCss());
    },
  },
  {
    method: 'GET',
    path: new RegExp(`^${PICTURES}([\\w./-]+)$`),
    query: /^v=[0-9a-f]{16}$/,
    who: 'guest',
    kind: 'file',
    has: ([path]) => fileOf(session, path) !== null,
    answer({ response, parts: [path = ''] }) {
      const type = mediaType(path);
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
      response.end(fileOf(session, path));
    },
  },
];

/**
 * The theme's own styles of a cover: those of all slides, of the frame around them, and of the layout. Fonts have
 * separate addresses.
 */
export async function coverCss(): Promise<string> {
  const read = (path: string) => readFile(join(THEME, path), 'utf8');
  const index = await read('styles/index.ts');
  const sheets = [...index.matchAll(/'\.\/([\w-]+\.css)'/g)].map(([, name]) => name);
  const styles = sheets.filter((name) => name !== 'fonts.css').map((name) => read(`styles/${name}`));
  const components = await Promise.all(['components/SlideFrame.vue', 'layouts/cover.vue'].map(read));
  const blocks = components.map((text) => /<style>(.*)<\/style>/s.exec(text)?.[1] ?? '');
  return [...(await Promise.all(styles)), ...blocks].join('\n');
}

/** A picture or a font of the decks. @param path below slides/ */
function fileOf(session: DevSession, path = ''): Uint8Array | null {
  const file = session.compilation()?.files.find((each) => each.path === path);
  return file && typeof file.content !== 'string' ? file.content : null;
}

function sendCss(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' });
  response.end(text);
}
