import { tmpdir } from 'node:os';
import { CliError } from '../base/errors.ts';

/** Explains that files for a while cannot be written, where that is what went wrong; else gives `cause` itself. */
export function temporaryError(cause: unknown): unknown {
  const { code, syscall, message } = cause as Partial<NodeJS.ErrnoException>;
  if (code === undefined || syscall === undefined) return cause;
  return new CliError(
    `Cannot write to the folder for temporary files, ${tmpdir()}: ${message}`,
    'Look at its permissions and the space on its disk, or name another folder with the TMPDIR environment variable.',
    { cause },
  );
}
