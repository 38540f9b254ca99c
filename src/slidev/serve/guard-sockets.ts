import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import * as v from 'valibot';
import type { ViteDevServer } from 'vite';

/** In bytes, from one message to the next. */
const MOST = 64 * 1024;

/** What pages have to say over their WebSocket; whatever else comes, no plugin hears of. */
const MESSAGE = v.variant('type', [
  v.strictObject({ type: v.literal('ping') }),
  // UnoCSS asks for a layer's styles, should they have changed.
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
 * Stands between the WebSockets of a server and all who listen to them: Vite, Slidev, their plugins. Some of them write
 * files, others end the process when a message has not the form that they expect.
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

/** Hangs up on who sends a larger message, before it is put together. */
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
