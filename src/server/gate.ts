import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type AnswerKind, answerHeaders } from './answer-headers.ts';
import {
  type Asker,
  bringsPassword,
  checkRequest,
  type Gate,
  mayAct,
  passwordPage,
} from './check-request.ts';
import { type Address, readAddress } from './read-address.ts';
import { findRoute, type Route, readJson, sendText } from './routes.ts';

/** Someone who asks for a WebSocket, and may have it. */
export interface SocketAsked {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  readonly address: Address;
}

export interface GateKeeper {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** What Vite's client speaks over a WebSocket, and asks whether the server is back by. */
const PROTOCOLS: ReadonlySet<string> = new Set(['vite-hmr', 'vite-ping']);
/** In bytes. */
const MOST_DISCARDED = 256 * 1024;
/** What a reader may be led to. */
const PAGES: ReadonlySet<AnswerKind> = new Set<AnswerKind>(['page', 'deck', 'whole']);
const REFUSED = 'This server has nothing of that kind.';

/**
 * The one way into the server: what no route names is not found, whatever Slidev, Vite and their plugins would answer.
 * @param openSocket takes a WebSocket; false where there is none at such an address
 */
export function keepGate(
  routes: readonly Route[],
  gate: Gate,
  openSocket: (asked: SocketAsked) => boolean,
): GateKeeper {
  return {
    async answer(request, response) {
      const { url = '/', method = 'GET' } = request;
      prepare(response, 'file', request);
      const address = readAddress(url);
      const asker = checkRequest(request, gate);
      if ('status' in asker && asker.status === 401 && gate.passwords) {
        prepare(response, 'page', request);
        await discard(request);
        return passwordPage(request, response, gate.passwords);
      }
      if ('status' in asker) return refuse(response, asker.status, asker.message);
      if (!address) return refuse(response, 400, 'This is not an address.');
      // Whoever looks as a guest may come in as a device, by an address that has the other password.
      if (gate.passwords && method === 'GET' && bringsPassword(request, gate.passwords)) {
        prepare(response, 'page', request);
        return passwordPage(request, response, gate.passwords);
      }
      const found = findRoute(routes, method, address);
      if (!found) return refuse(response, 404, REFUSED);
      const { route, parts } = found;
      const refusal = refusalOf(route, asker);
      if (refusal !== null) return refuse(response, 403, refusal);
      const read = route.body ? await readJson(request, route.body) : { value: null };
      if ('status' in read) return refuse(response, read.status, read.message);
      prepare(response, route.kind, request, asker.isFramed);
      await route.answer({ request, response, address, role: asker.role, parts, body: read.value });
    },
    upgrade(request, socket, head) {
      socket.on('error', () => {});
      const { url = '/', method, headers } = request;
      const asker = checkRequest(request, gate);
      const address = readAddress(url);
      const isMeant = method === 'GET' && PROTOCOLS.has(headers['sec-websocket-protocol'] ?? '');
      const isOpen =
        !('status' in asker) &&
        !asker.isLedHere &&
        address !== null &&
        isMeant &&
        openSocket({ request, socket, head, address });
      if (!isOpen) socket.destroy();
    },
  };
}

function refusalOf({ who, kind }: Route, { role, isLedHere }: Asker): string | null {
  // An author's picture, opened by a page of another site, would be a page of this server.
  if (isLedHere && !PAGES.has(kind)) return 'Another site leads here: only pages may be linked to.';
  if (mayAct(role, who)) return null;
  return who === 'here'
    ? 'Only who sits at the machine that serves may do that.'
    : 'Guests look. With the password for a device of your own, this one may do that.';
}

function prepare(
  response: ServerResponse,
  kind: AnswerKind,
  request: IncomingMessage,
  isFramed = false,
): void {
  for (const [name, value] of Object.entries(answerHeaders(kind, request, isFramed)))
    if (value !== undefined) response.setHeader(name, value);
}

async function refuse(response: ServerResponse, status: number, message: string): Promise<void> {
  await discard(response.req);
  // What is still to come is not waited for.
  if (!response.req.readableEnded) response.setHeader('Connection', 'close');
  sendText(response, status, message);
}

/** Reads what was sent along, up to a size: where it lies unread, the connection breaks before the answer is there. */
async function discard(request: IncomingMessage): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > MOST_DISCARDED) return;
    }
  } catch {
    // Whoever sent it has gone.
  }
}
