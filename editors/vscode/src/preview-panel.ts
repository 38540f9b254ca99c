import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { isSummary } from './meetups.ts';
import { previewPage, reachable } from './preview-page.ts';
import type { DeckServer } from './server.ts';

/** The panel beside the text, showing the slide of the cursor's line. */
export interface Preview extends vscode.Disposable {
  /** Opens it, or takes it to the slide of a line. */
  show(uri: vscode.Uri, position: vscode.Position): Promise<void>;
  /** Called when the server ends, which ends the panel's content. */
  close(): void;
}

/** Time for which the cursor must rest before the preview follows it, in milliseconds. */
const RESTS_MS = 60;

/** @param server null if none is running */
export function createPreview(server: () => DeckServer | null): Preview {
  let panel: vscode.WebviewPanel | null = null;
  /** The panel's initial address: within the server, the page navigates by itself. */
  let origin = '';
  let resting: NodeJS.Timeout | undefined;
  const follows = () =>
    panel?.visible === true && vscode.workspace.getConfiguration('talkdeck').get('follow') !== false;
  const rested = (editor: vscode.TextEditor | undefined) => {
    clearTimeout(resting);
    if (!editor || !isSummary(editor.document.uri)) return;
    resting = setTimeout(() => {
      if (follows()) server()?.cursor(editor.document.uri, editor.selection.active);
    }, RESTS_MS);
  };
  const moved = [
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => rested(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(rested),
  ];
  const close = () => {
    clearTimeout(resting);
    panel?.dispose();
    panel = null;
  };
  return {
    async show(uri, position) {
      const shown = await server()?.preview(uri, position);
      if (!shown) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t(
            'No slide shows this line yet: a summary with errors has none before they are fixed.',
          ),
        );
        return;
      }
      const { url } = shown;
      if (panel && origin === new URL(url).origin) {
        panel.reveal(undefined, true);
        server()?.cursor(uri, position);
        return;
      }
      close();
      const made = vscode.window.createWebviewPanel(
        'talkdeck.preview',
        vscode.l10n.t('Slides'),
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        // Required for scripts in the frame; the page around it has none.
        { enableScripts: true, retainContextWhenHidden: true, localResourceRoots: [] },
      );
      panel = made;
      origin = new URL(url).origin;
      made.onDidDispose(() => {
        if (panel === made) panel = null;
      });
      const outside = await vscode.env.asExternalUri(vscode.Uri.parse(url));
      const address = reachable(url, outside.toString(true));
      made.webview.html = previewPage(address, made.title, randomBytes(16).toString('hex'));
    },
    close,
    dispose() {
      for (const each of moved) each.dispose();
      close();
    },
  };
}
