import { createPreview } from '../lsp/preview.ts';
import { serveEditor } from '../lsp/serve.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { words } from './words/words.ts';

/** Speaks the Language Server Protocol on standard input and output until the editor ends it. */
export async function lsp({ terminal: { stdin, stdout } }: CommonOptions): Promise<ExitCode> {
  const preview = createPreview();
  process.once('exit', preview.stop);
  serveEditor({ input: stdin, output: stdout, words: words().editor, preview });
  // The library ends the process, with the code that the protocol wants.
  return new Promise(() => {});
}
