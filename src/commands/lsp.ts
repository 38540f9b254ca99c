import { readFindingPages } from '../findings/pages/finding-page.ts';
import { createPreview } from '../lsp/preview.ts';
import { serveEditor } from '../lsp/serve.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { words } from './words/words.ts';

/** Speaks the Language Server Protocol on standard input and output until the editor ends it. */
export async function lsp({ terminal: { stdin, stdout } }: CommonOptions): Promise<ExitCode> {
  const { read } = readFindingPages();
  const say = await words().explain();
  const preview = createPreview();
  process.once('exit', preview.stop);
  serveEditor({
    input: stdin,
    output: stdout,
    words: words().editor,
    pages: (code) => say.page(read(code)),
    preview,
  });
  // The library ends the process with the exit code that the protocol requires.
  return new Promise(() => {});
}
