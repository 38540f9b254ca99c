import type { Server } from 'node:http';
import { stripVTControlCharacters } from 'node:util';
import type { Logger, Plugin } from 'vite';

/**
 * Lets a Vite server use the WebSockets of another server. Set in a late plugin: Slidev returns the whole configuration
 * that it was given, and when Vite merges this option a second time, it mistakes it for a deprecated one and warns.
 */
export function socketServer(server: Server): Plugin {
  return {
    name: 'talkdeck:socket-server',
    enforce: 'post',
    config: () => ({ server: { ws: { server } } }),
  };
}

/** Stack frames inside packages, or inside Slidev in one file, are of no use to the author of a theme. */
const STACK = /\n\s+at .*(?:node_modules|node:|<anonymous>|\bslidev\.mjs:).*/g;

/** Reports an error once, since pages keep requesting what is broken, until the theme changes. */
interface QuietLogger extends Logger {
  /** The theme has changed: the same error is news again. */
  changed(): void;
}

/** Passes on Vite's errors; its other messages concern only itself. */
export function quietLogger(failed: (message: string) => void): QuietLogger {
  const known = new WeakSet<object>();
  let last = '';
  return {
    hasWarned: false,
    info() {},
    warn() {},
    warnOnce() {},
    clearScreen() {},
    hasErrorLogged: (error) => known.has(error),
    error(message: string | Error, options) {
      if (options?.error) known.add(options.error);
      // Despite its type, Vite also reports errors as such.
      const text = message instanceof Error ? (message.stack ?? message.message) : message;
      const plain = stripVTControlCharacters(text).replace(STACK, '').trim();
      if (plain !== last) failed(plain);
      last = plain;
    },
    changed() {
      last = '';
    },
  };
}
