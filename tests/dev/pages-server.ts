import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { coverCss } from '../../src/dev/server/look-routes.ts';
import type { CitedLines } from '../../src/dev/state/cited-lines.ts';
import type { PageName, RenderPage } from '../../src/dev/state/dev-pages.ts';
import { changeOf, type DevState, type SlidePlace } from '../../src/dev/state/dev-state.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOOK = ['tokens.css', 'look-quiet.css', 'look-bold.css'];

/** Serves what `talkdeck dev` does, with a state set by the test and pages that look like Slidev's to deck.ts. */
export interface PagesServer {
  readonly url: string;
  /** Received POST requests, such as `['edit', {deck: 'ada', slide: 2}]`. */
  readonly posts: (readonly [name: string, body: unknown])[];
  /** Response to a POST, instead of 204. */
  refusal: { readonly status: number; readonly message: string } | null;
  /** A request for a PDF is answered once this resolves. */
  pdfMade: Promise<void>;
  /** The lines that each slide cites; null if the request is refused. */
  lines: CitedLines | null;
  /** Whether connections for events are cut off at once. */
  isMute: boolean;
  /** Number of connected pages. */
  connections(): number;
  state(state: DevState): void;
  show(place: SlidePlace): void;
  /** Stops the server; `start` brings it back at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function servePages(first: DevState): Promise<PagesServer> {
  let current = first;
  let port = 0;
  const listeners = new Set<ServerResponse>();
  const send = (name: string, data: unknown) => {
    for (const each of listeners) each.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(404).end());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const [, name = '', type = ''] = /^\/@talkdeck\/([\w/-]+)\.(js|css)$/.exec(path) ?? [];
    const reply = (mime: string, body: string) =>
      response
        .writeHead(200, {
          'Content-Type': mime,
          'Content-Security-Policy': "default-src 'self'; img-src 'self' data:",
        })
        .end(body);
    if (path === '/' || path === '/moderate')
      return void reply('text/html', await page(path === '/' ? 'home' : 'moderate', current));
    if (name === 'look' && type === 'css') return void reply('text/css', await lookCss());
    // System fonts are good enough here.
    if (name === 'fonts' && type === 'css') return void reply('text/css', '');
    if (name === 'slide' && type === 'css') return void reply('text/css', await coverCss());
    if (type === 'css') return void reply('text/css', await text(`templates/dev/${name}.css`));
    if (type === 'js') return void reply('text/javascript', await text(`dist/dev/pages/${name}.js`));
    if (path.endsWith('/@vite/client'))
      return void reply('text/javascript', 'export const createHotContext = () => ({ on() {} })');
    if (path === '/@talkdeck/events' && pages.isMute) {
      request.socket.destroy();
    } else if (path === '/@talkdeck/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(`retry: 100\n\nevent: state\ndata: ${JSON.stringify(current)}\n\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else if (request.method === 'POST') {
      const body = await json(request);
      pages.posts.push([basename(path), body]);
      if (pages.refusal === null) {
        response.writeHead(204).end();
        if (path === '/@talkdeck/show') send('show', body);
      } else response.writeHead(pages.refusal.status).end(JSON.stringify({ message: pages.refusal.message }));
    } else if (path.startsWith('/@talkdeck/lines/')) {
      if (pages.lines) reply('application/json', JSON.stringify(pages.lines));
      else response.writeHead(403).end('Only one of your own devices may do that.');
    } else if (path === '/@talkdeck/pdf/') {
      response.writeHead(302, { Location: '/@talkdeck/pdf/meetup.pdf' }).end();
    } else if (path.startsWith('/@talkdeck/pdf/')) {
      await pages.pdfMade;
      if (pages.refusal === null) reply('application/pdf', '%PDF');
      else response.writeHead(pages.refusal.status).end(pages.refusal.message);
    } else {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(await text('tests/dev/pages-slidev.html'));
    }
  }

  const pages: PagesServer = {
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    posts: [],
    refusal: null,
    pdfMade: Promise.resolve(),
    lines: { lines: [], more: 0 },
    isMute: false,
    connections: () => listeners.size,
    state(state) {
      send('change', changeOf(current, state));
      current = state;
    },
    show: (place) => send('show', place),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    async start() {
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      port = (server.address() as AddressInfo).port;
    },
  };
  await pages.start();
  return pages;
}

const text = (path: string) => readFile(join(ROOT, path), 'utf8');

async function lookCss(): Promise<string> {
  const styles = await Promise.all(LOOK.map((name) => text(`templates/theme/styles/${name}`)));
  return styles.join('\n');
}

/** Compiled before all tests (compile-first.ts). */
async function page(name: PageName, state: DevState): Promise<string> {
  const renderer = new URL('../../dist/dev/pages/render-page.js', import.meta.url).href;
  const { renderPage } = (await import(/* @vite-ignore */ renderer)) as { renderPage: RenderPage };
  return renderPage(name, state, await text(`templates/dev/${name}.html`));
}
