import { join } from 'node:path';
import launch from 'launch-editor';

/**
 * Opens a file at a place in the editor that is running, or that LAUNCH_EDITOR, VISUAL or EDITOR names.
 * @param file relative to the root
 * @returns what is wrong; null where nothing is known to be
 */
export function openInEditor(
  root: string,
  { file, line, column }: { readonly file: string; readonly line: number; readonly column: number },
): Promise<string | null> {
  return new Promise((resolve) => {
    const grace = setTimeout(() => resolve(null), GRACE_MS);
    launch(`${join(root, file)}:${line}:${column}`, undefined, (_name, message) => {
      clearTimeout(grace);
      resolve(message ? `The editor could not be opened: ${message}` : NO_EDITOR);
    });
  });
}

/** An editor that has not failed by then is there. */
const GRACE_MS = 400;
const NO_EDITOR =
  'No editor was found. Set the environment variable EDITOR, for instance to "code" or "vim".';
