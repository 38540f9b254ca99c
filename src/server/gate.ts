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

/** A permitted request for a WebSocket. */
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

/** WebSocket protocols of Vite's client, including its check whether the server is back. */
const PROTOCOLS: ReadonlySet<string> = new Set(['vite-hmr', 'vite-ping']);
/** In bytes. */
const MOST_DISCARDED = 256 * 1024;
/** Kinds of responses that other sites may link to. */
const PAGES: ReadonlySet<AnswerKind> = new Set<AnswerKind>(['page', 'deck', 'whole']);
const REFUSED = 'This server has nothing of that kind.';

/**
 * The only way into the server: whatever has no route is not found, even if Slidev, Vite or their plugins would
 * respond.
 * @param openSocket accepts a WebSocket; false if there is none at the address
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
      // A guest may become a device, with an address that contains the other password.
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
  // An author's picture, opened by another site, would act as a page of this server.
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
  // The rest of the request is not waited for.
  if (!response.req.readableEnded) response.setHeader('Connection', 'close');
  sendText(response, status, message);
}

/** Reads the request's body, up to a size: if it stays unread, the connection breaks before the response arrives. */
async function discard(request: IncomingMessage): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).length;
      if (size > MOST_DISCARDED) return;
    }
  } catch {
    // The sender has gone.
  }
}
