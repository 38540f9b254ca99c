import type { Readable, Writable } from 'node:stream';
import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import type { Wording } from './errors.ts';

/** What a command reads from and prints to. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths given and printed are relative to it. */
  readonly cwd: string;
}

export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The terminal of this process. */
export function ownTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return { stdin, stdout, stderr, env, cwd: process.cwd() };
}

let listener: (warning: Wording) => void = () => {};

/** Reports a problem that stops nothing and belongs in no report. */
export function warn(warning: Wording): void {
  listener(warning);
}

/** Sets who hears warnings; nobody by default, because API functions print nothing. */
export function onWarning(listen: (warning: Wording) => void): void {
  listener = listen;
}

/** Decided for each stream: either may be redirected to a file. */
export function colorsFor({ isTTY }: Output, { env }: Pick<Terminal, 'env'>): Colors {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  return pc.createColors(!NO_COLOR && Boolean(FORCE_COLOR || (isTTY && TERM !== 'dumb')));
}
