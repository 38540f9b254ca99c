import { fork } from 'node:child_process';
import * as v from 'valibot';
import { desktopEnvironment } from '../base/child-environment.ts';
import { compiledFile } from '../base/packages.ts';

/** Time after which a program that has not failed counts as started, in milliseconds. */
const GRACE_MS = 400;

const REPLY = v.union([v.object({ opened: v.literal(true) }), v.object({ problem: v.string() })]);

/**
 * Opens an address in the browser, or a file at a position (`path:line:column`) in the editor that is running, or that
 * LAUNCH_EDITOR, VISUAL or EDITOR names.
 * @returns the problem, empty if no editor is known; null on success
 */
export function startDesktop(kind: 'browser' | 'editor', place: string): Promise<string | null> {
  const program = compiledFile('./desktop-process.js', import.meta.url);
  const child = fork(program, [kind, place], { env: desktopEnvironment(), execArgv: [] });
  return new Promise((resolve) => {
    const end = (problem: string | null) => {
      if (child.connected) child.disconnect();
      // An editor in the terminal runs as long as it is used.
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
