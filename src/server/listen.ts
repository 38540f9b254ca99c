import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { CliError, wording } from '../base/errors.ts';
import type { Gate } from './check-request.ts';
import { keepGate, type SocketAsked } from './gate.ts';
import { type Route, sendText } from './routes.ts';

/** A listening server. */
export interface Listening {
  readonly port: number;
  /** Occupied ports. */
  readonly taken: readonly number[];
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** The first port to try. */
  readonly port: number;
  readonly gate: Gate;
  /** Accepts a WebSocket; false if there is none at the address. By default there are none. */
  readonly openSocket?: (asked: SocketAsked) => boolean;
}

/** Number of ports to try, from the requested one. */
const MOST_PORTS = 20;
const LAST_PORT = 65_535;

/**
 * Serves these routes, and nothing else, on the first free port.
 * @throws CliError if no port is free, or the address is not one of this machine's
 */
export async function listen(
  routes: readonly Route[],
  { host, port, gate, openSocket = () => false }: ListenOptions,
): Promise<Listening> {
  const keeper = keepGate(routes, gate, openSocket);
  const answer: RequestListener = (request, response) => {
    keeper.answer(request, response).catch((cause: unknown) => {
      // The sender has gone, perhaps in the middle of a body.
      if (response.headersSent || request.destroyed) response.destroy();
      else sendText(response, 500, String(cause instanceof Error ? cause.stack : cause));
    });
  };
  // The gate checks the host itself, and gives every response its headers.
  const server = createServer({ requireHostHeader: false }, answer);
  server.on('checkExpectation', answer);
  server.on('upgrade', keeper.upgrade);
  server.on('clientError', refuseMalformed);

  const taken: number[] = [];
  const last = Math.min(port + MOST_PORTS - 1, LAST_PORT);
  for (let each = port; each <= last; each += 1) {
    const problem = await bind(server, each, host);
    if (problem === null)
      return { port: (server.address() as AddressInfo).port, taken, close: () => close(server) };
    if (problem.code !== 'EADDRINUSE')
      throw new CliError(wording`Cannot listen on ${host}:${each}: ${problem.message}`);
    taken.push(each);
  }
  throw new CliError(
    last > port ? wording`The ports ${port} to ${last} are taken.` : wording`Port ${port} is taken.`,
    wording`Name another one with --port.`,
  );
}

/** Rejects what is not HTTP without involving the rest of the server. */
function refuseMalformed({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const headers = ['X-Content-Type-Options: nosniff', "Content-Security-Policy: sandbox; default-src 'none'"];
  socket.end(
    [`HTTP/1.1 ${status}`, ...headers, 'Content-Length: 0', 'Connection: close', '', ''].join('\r\n'),
  );
}

function bind(server: Server, port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const fail = (cause: NodeJS.ErrnoException) => resolve(cause);
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve(null);
    });
  });
}

/** Closes connections that pages keep open, too. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
