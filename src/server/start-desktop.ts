import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { desktopEnvironment } from '../base/child-environment.ts';

/** A program of the user's that has not failed by then is there; in milliseconds. */
const GRACE_MS = 400;

const REPLY = v.union([v.object({ opened: v.literal(true) }), v.object({ problem: v.string() })]);

/**
 * Opens an address in the browser, or a file at a place (`path:line:column`) in the editor that is running, or that
 * LAUNCH_EDITOR, VISUAL or EDITOR names.
 * @returns what is wrong, empty where no editor is known; null where it was opened
 */
export function startDesktop(kind: 'browser' | 'editor', place: string): Promise<string | null> {
  const extension = extname(fileURLToPath(import.meta.url));
  const child = fork(
    fileURLToPath(new URL(`./desktop-process${extension}`, import.meta.url)),
    [kind, place],
    {
      env: desktopEnvironment(),
      // Run from the sources (tests) it needs a loader for TypeScript.
      execArgv: extension === '.ts' ? ['--import', import.meta.resolve('tsx')] : [],
    },
  );
  return new Promise((resolve) => {
    const end = (problem: string | null) => {
      if (child.connected) child.disconnect();
      // An editor in the terminal lasts as long as it is used.
      child.unref();
      resolve(problem);
    };
    child.on('message', (message) => {
      const { success, output } = v.safeParse(REPLY, message);
      if (!success) return;
      if ('problem' in output) end(output.problem);
      else setTimeout(() => end(null), GRACE_MS);
    });
    child.on('error', ({ message }) => end(message));
    child.on('exit', () => end(null));
  });
}
