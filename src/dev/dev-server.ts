import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { CliError } from '../cli-error.ts';
import { apiRoutes } from './api-routes.ts';
import { checkRequest, type Gate } from './check-request.ts';
import type { DevSession } from './dev-session.ts';
import { FONT_ROUTES } from './font-routes.ts';
import { PAGE_ROUTES, sendText } from './page-routes.ts';
import { passwordPage } from './password-page.ts';
import { findRoute } from './routes.ts';

export interface DevServer {
  readonly port: number;
  /** Ports that were taken. */
  readonly taken: readonly number[];
  close(): Promise<void>;
}

/** So many ports are tried, from the one that was asked for. */
const MOST_PORTS = 20;
const LAST_PORT = 65_535;

/**
 * Serves the pages of a session, and its decks below `/<slug>/`.
 * @throws CliError where no port is free, or the address is none of this machine's
 */
export async function serveSession(
  session: DevSession,
  { host, port, gate }: { readonly host: string; readonly port: number; readonly gate: Gate },
): Promise<DevServer> {
  const routes = [...apiRoutes(session), ...FONT_ROUTES, ...PAGE_ROUTES];
  const server = createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => {
      if (!response.headersSent)
        sendText(response, 500, String(cause instanceof Error ? cause.stack : cause));
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => {});
    const slug = checkRequest(request, gate) ? null : slugOf(request);
    if (slug === null || !isDeck(slug)) return void socket.destroy();
    // A page whose deck is served anew asks until it is, and then loads anew.
    session.decks.open(slug).then(
      (deck) => deck.upgrade(request, socket, head),
      () => socket.destroy(),
    );
  });
  const isDeck = (slug: string) => session.state().decks.some((deck) => deck.slug === slug);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = checkRequest(request, gate);
    if (refusal?.status === 401) return passwordPage(request, response, gate);
    if (refusal) return sendText(response, refusal.status, refusal.message);
    const found = findRoute(routes, request);
    if (found) return found.route.answer({ request, response, parts: found.parts });
    const slug = slugOf(request);
    if (slug === null || !isDeck(slug))
      return sendText(response, 404, 'There is no such page, and no such deck.');
    if (/^\/[^/?]+(?:\?|$)/.test(request.url ?? '')) {
      response.writeHead(302, { Location: `/${encodeURIComponent(slug)}/` }).end();
      return;
    }
    const deck = await session.decks.open(slug);
    deck.handle(request, response, (cause) => {
      sendText(response, cause ? 500 : 404, cause ? String(cause) : 'There is no such file.');
    });
  }

  const taken: number[] = [];
  const last = Math.min(port + MOST_PORTS - 1, LAST_PORT);
  for (let each = port; each <= last; each += 1) {
    const problem = await listen(server, each, host);
    if (problem === null)
      return { port: (server.address() as AddressInfo).port, taken, close: () => close(server) };
    if (problem.code !== 'EADDRINUSE')
      throw new CliError(`Cannot listen on ${host}:${each}: ${problem.message}`);
    taken.push(each);
  }
  throw new CliError(
    last > port ? `The ports ${port} to ${last} are taken.` : `Port ${port} is taken.`,
    'Name another one with --port.',
  );
}

/** The first part of the path; null where there is none, or it is no text. */
function slugOf({ url = '/' }: IncomingMessage): string | null {
  const [, slug = ''] = /^\/([^/?]+)/.exec(url) ?? [];
  try {
    return slug === '' ? null : decodeURIComponent(slug).normalize('NFC');
  } catch {
    return null;
  }
}

function listen(server: Server, port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const fail = (cause: NodeJS.ErrnoException) => resolve(cause);
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve(null);
    });
  });
}

/** Connections that pages keep open do not keep it open. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
