import * as vscode from 'vscode';
import { type Executable, LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/node';
import type { ShownDecks } from './deck-tree.ts';

/** The language server of an editor window. */
export interface DeckServer {
  /** The decks of a meetup, with their slides. */
  decks(root: vscode.Uri): Promise<ShownDecks>;
  /** Address of the slide that shows a line, starting `talkdeck dev` if necessary; null if none does. */
  preview(uri: vscode.Uri, position: vscode.Position): Promise<ShownSlide | null>;
  /** The cursor has moved. */
  cursor(uri: vscode.Uri, position: vscode.Position): void;
  stop(): Promise<void>;
}

export interface ShownSlide {
  /** On the server's machine. */
  readonly url: string;
  /** Slug. */
  readonly deck: string;
  /** 1-based. */
  readonly slide: number;
}

export interface ServerOptions {
  readonly node: string;
  readonly cli: string;
  readonly output: vscode.LogOutputChannel;
  /** Handles a slide's command above a heading. @param line 0-based */
  show(uri: vscode.Uri, line: number): void;
  /** The decks or their findings have changed. */
  changed(): void;
}

const SHOW = 'talkdeck.show';

/** Starts `talkdeck lsp`, in the editor's language. @throws if it cannot be started */
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
      // Opens the editor's panel instead of a browser.
      async executeCommand(command, args, next) {
        const [uri, line] = args as readonly unknown[];
        if (command !== SHOW || typeof uri !== 'string' || typeof line !== 'number')
          return next(command, args);
        show(vscode.Uri.parse(uri), line);
      },
      window: {
        // If the text is already open beside the preview, uses that editor rather than covering the preview.
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

/** Shows a line of a text where it is open, else in the first column. @param line 0-based */
export async function reveal(uri: vscode.Uri, line: number, preserveFocus: boolean): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.One;
  const place = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(uri, { viewColumn, preserveFocus, selection: place });
}
