import type { Terminal } from '../base/terminal.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly terminal: Terminal;
  /** The folder that holds content/; absolute. */
  readonly root: string;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Whether findings are annotations on GitHub, too; in GitHub Actions they are in any case. */
  readonly github?: boolean;
}

/** 0: clean, 1: findings. What stops a command from running at all is thrown, and ends in 2. */
export type ExitCode = 0 | 1;
