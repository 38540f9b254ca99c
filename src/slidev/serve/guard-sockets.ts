import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import * as v from 'valibot';
import type { ViteDevServer } from 'vite';

/** In bytes, per message. */
const MOST = 64 * 1024;

/** Messages that our pages send over their WebSocket; plugins never see any other. */
const MESSAGE = v.variant('type', [
  v.strictObject({ type: v.literal('ping') }),
  // UnoCSS asks for the styles of a layer in case they have changed.
  v.strictObject({
    type: v.literal('custom'),
    event: v.literal('unocss:hmr'),
    data: v.strictTuple([v.picklist(['preflights', 'typography', 'shortcuts', '__ALL__'])]),
  }),
]);

interface Socket {
  emit(event: string, ...args: unknown[]): boolean;
}

/**
 * Filters the WebSocket messages to all listeners of a server: Vite, Slidev, their plugins. Some of those write files,
 * others crash the process on a malformed message.
 */
export function guardSockets(server: ViteDevServer): void {
  server.ws.on('connection', (socket: Socket, { socket: stream }: IncomingMessage) => {
    const received = countBytes(stream);
    const emit = socket.emit.bind(socket);
    socket.emit = (event, ...args) => {
      if (event === 'ping') received.reset();
      if (event !== 'message') return emit(event, ...args);
      received.reset();
      return isExpected(String(args[0])) ? emit(event, ...args) : true;
    };
  });
}

/** Closes the connection on a larger message before it is assembled. */
function countBytes(stream: Duplex): { reset(): void } {
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MOST) stream.destroy();
  });
  return {
    reset() {
      size = 0;
    },
  };
}

function isExpected(text: string): boolean {
  try {
    return v.is(MESSAGE, JSON.parse(text));
  } catch {
    return false;
  }
}
