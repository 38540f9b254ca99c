import type { Server } from 'node:http';
import { stripVTControlCharacters } from 'node:util';
import type { Logger, Plugin } from 'vite';

/**
 * Lets a server of Vite's take its WebSockets from another server. Said last: Slidev hands back the whole configuration
 * that it was given, and what Vite merges a second time it takes for an option of old, and warns of it.
 */
export function socketServer(server: Server): Plugin {
  return {
    name: 'talkdeck:socket-server',
    enforce: 'post',
    config: () => ({ server: { ws: { server } } }),
  };
}

/** Where in the code of packages an error came up: of no use to who has made it in a theme. */
const STACK = /\n\s+at .*(?:node_modules|node:|<anonymous>).*/g;

/** Hands on what Vite calls errors, each once; what else it says is of its own affairs. */
export function quietLogger(failed: (message: string) => void): Logger {
  const known = new WeakSet<object>();
  let last = '';
  return {
    hasWarned: false,
    info() {},
    warn() {},
    warnOnce() {},
    clearScreen() {},
    hasErrorLogged: (error) => known.has(error),
    error(message, options) {
      if (options?.error) known.add(options.error);
      const plain = stripVTControlCharacters(message).replace(STACK, '').trim();
      if (plain !== last) failed(plain);
      last = plain;
    },
  };
}
