import type { Readable, Writable } from 'node:stream';
import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';

/** Where a command runs: what it may read, and where it says something. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths that people give are relative to it, and so are those that they are told. */
  readonly cwd: string;
}

export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The terminal of this process. */
export function ownTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return { stdin, stdout, stderr, env, cwd: process.cwd() };
}

let listener: (warning: string) => void = () => {};

/** Something that no report has a place for, and that keeps nothing from being done. */
export function warn(warning: string): void {
  listener(warning);
}

/** Who is to hear warnings: nobody by default, because functions that programs call print nothing. */
export function onWarning(listen: (warning: string) => void): void {
  listener = listen;
}

/** Of one stream, because the other may be a file. */
export function colorsFor({ isTTY }: Output, { env }: Pick<Terminal, 'env'>): Colors {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  return pc.createColors(!NO_COLOR && Boolean(FORCE_COLOR || (isTTY && TERM !== 'dumb')));
}
