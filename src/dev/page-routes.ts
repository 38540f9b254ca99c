import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Route } from './routes.ts';
import type { AnswerKind } from './server/answer-headers.ts';

const MARKUP = fileURLToPath(new URL('../../templates/dev', import.meta.url));
const SCRIPTS = fileURLToPath(new URL('./pages', import.meta.url));

/** The pages of `talkdeck dev`, their scripts and style sheets. */
export const PAGE_ROUTES: readonly Route[] = [
  file(/^\/$/, 'page', 'text/html', () => join(MARKUP, 'home.html')),
  file(/^\/moderate$/, 'page', 'text/html', () => join(MARKUP, 'moderate.html')),
  file(/^\/@talkdeck\/(events-worker)\.js$/, 'worker', 'text/javascript', (name) =>
    join(SCRIPTS, `${name}.js`),
  ),
  file(/^\/@talkdeck\/([\w-]+)\.js$/, 'file', 'text/javascript', (name) => join(SCRIPTS, `${name}.js`)),
  file(/^\/@talkdeck\/([\w-]+)\.css$/, 'file', 'text/css', (name) => join(MARKUP, `${name}.css`)),
];

function file(path: RegExp, kind: AnswerKind, type: string, place: (name: string) => string): Route {
  return {
    method: 'GET',
    path,
    who: 'guest',
    kind,
    // A password in the address of who is in already, for example.
    ...(kind === 'page' && { query: /^/ }),
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

/** An answer in words. */
export function sendText(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${message}\n`);
}
