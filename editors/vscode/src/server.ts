import * as vscode from 'vscode';
import { type Executable, LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/node';
import type { ShownDecks } from './deck-tree.ts';

/** The language server of a window. */
export interface DeckServer {
  /** The decks of a meetup, with their slides. */
  decks(root: vscode.Uri): Promise<ShownDecks>;
  /** Address of the slide that shows a line, for which `talkdeck dev` is started; null where none does. */
  preview(uri: vscode.Uri, position: vscode.Position): Promise<ShownSlide | null>;
  /** The cursor is somewhere else. */
  cursor(uri: vscode.Uri, position: vscode.Position): void;
  stop(): Promise<void>;
}

export interface ShownSlide {
  /** On the machine that the server runs on. */
  readonly url: string;
  /** Slug. */
  readonly deck: string;
  /** From 1. */
  readonly slide: number;
}

export interface ServerOptions {
  readonly node: string;
  readonly cli: string;
  readonly output: vscode.LogOutputChannel;
  /** A slide's command above a heading. @param line from 0 */
  show(uri: vscode.Uri, line: number): void;
  /** The decks are other ones, or have other findings. */
  changed(): void;
}

const SHOW = 'talkdeck.show';

/** Starts `talkdeck lsp`, in the editor's language. @throws where it cannot be started */
export async function startServer({ node, cli, output, show, changed }: ServerOptions): Promise<DeckServer> {
  const lang = vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  const run: Executable = { command: node, args: [cli, '--lang', lang, 'lsp', '--stdio'] };
  const options: LanguageClientOptions = {
    documentSelector: ['event.md', 'talks/*.md', 'qa/*.md'].map((files) => ({
      scheme: 'file',
      language: 'markdown',
      pattern: `**/content/${files}`,
    })),
    outputChannel: output,
    initializationOptions: { decks: true },
    middleware: {
      // In a panel of the editor, in the place of a browser.
      async executeCommand(command, args, next) {
        const [uri, line] = args as readonly unknown[];
        if (command !== SHOW || typeof uri !== 'string' || typeof line !== 'number')
          return next(command, args);
        show(vscode.Uri.parse(uri), line);
      },
      window: {
        // Beside the preview the text may be open already: there, and not on top of the preview.
        async showDocument(params, token, next) {
          const { uri, external = false, takeFocus = false, selection } = params;
          if (external || !selection) return next(params, token);
          await reveal(vscode.Uri.parse(uri), selection.start.line, !takeFocus);
          return { success: true };
        },
      },
    },
  };
  const client = new LanguageClient('talkdeck', 'talkdeck', { run, debug: run }, options);
  client.onNotification('talkdeck/decksChanged', changed);
  await client.start();
  const place = (uri: vscode.Uri, { line, character }: vscode.Position) => ({
    textDocument: { uri: uri.toString() },
    position: { line, character },
  });
  return {
    decks: (root) => client.sendRequest('talkdeck/decks', { root: root.toString() }),
    preview: (uri, position) => client.sendRequest('talkdeck/preview', place(uri, position)),
    cursor: (uri, position) => void client.sendNotification('talkdeck/cursor', place(uri, position)),
    async stop() {
      if (client.isRunning()) await client.stop();
    },
  };
}

/** Shows a line of a text where the text is open, else in the first column. @param line from 0 */
export async function reveal(uri: vscode.Uri, line: number, preserveFocus: boolean): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.One;
  const place = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(uri, { viewColumn, preserveFocus, selection: place });
}
