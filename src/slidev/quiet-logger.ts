import { stripVTControlCharacters } from 'node:util';
import type { Logger } from 'vite';

/** Where in the code of packages an error came up: of no use to who has made it in a theme. */
const STACK = /\n\s+at .*(?:node_modules|node:internal|<anonymous>).*/g;

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
