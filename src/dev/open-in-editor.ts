import { join } from 'node:path';
import { startDesktop } from './start-desktop.ts';

/**
 * Opens a file at a place in the editor.
 * @param file relative to the root
 * @returns what is wrong; null where nothing is known to be
 */
export async function openInEditor(
  root: string,
  { file, line, column }: { readonly file: string; readonly line: number; readonly column: number },
): Promise<string | null> {
  const problem = await startDesktop('editor', `${join(root, file)}:${line}:${column}`);
  if (problem === '') return NO_EDITOR;
  return problem === null ? null : `The editor could not be opened: ${problem}`;
}

const NO_EDITOR =
  'No editor was found. Set the environment variable EDITOR, for instance to "code" or "vim".';
