import * as vscode from 'vscode';
import { check, exportDecks, fix, present, type Runner } from './commands.ts';
import { deckTree } from './deck-tree.ts';
import { currentMeetup, type OpenedMeetup, openedMeetups } from './meetups.ts';
import { findNode, findTalkdeck } from './own-talkdeck.ts';
import { createPreview } from './preview-panel.ts';
import { type DeckServer, reveal, startServer } from './server.ts';
import { provideSnippets } from './snippets.ts';

/** Provides snippets at once, and what runs the meetup's own talkdeck once the folder is trusted. */
export async function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('talkdeck', { log: true });
  let meetups: readonly OpenedMeetup[] = [];
  let server: DeckServer | null = null;
  /** Serializes starts and stops. */
  let turn: Promise<void> = Promise.resolve();

  const preview = createPreview(() => server);
  const tree = deckTree(
    () => (server ? meetups : []),
    (root) => server?.decks(root),
  );
  const view = vscode.window.createTreeView('talkdeck.decks', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });

  /** Null if something is missing, which is reported. */
  async function runnerOf(meetup: OpenedMeetup | null): Promise<Runner | null> {
    if (!meetup || !vscode.workspace.isTrusted || meetup.root.scheme !== 'file') return null;
    const settings = vscode.workspace.getConfiguration('talkdeck', meetup.root);
    const { root, folder } = meetup;
    const own = findTalkdeck(root.fsPath, folder.uri.fsPath, settings.get('package', ''));
    await setContext('isMissing', own === null);
    if (!own) return null;
    const node = await findNode(settings.get('node', ''));
    if (node.path !== null) return { node: node.path, cli: own.cli, root: root.fsPath };
    const open = vscode.l10n.t('Settings');
    const message =
      node.version === null
        ? vscode.l10n.t('talkdeck needs Node.js 20.19 or newer, and none was found in PATH.')
        : vscode.l10n.t('talkdeck needs Node.js 20.19 or newer, and this is {0}.', node.version);
    void vscode.window.showErrorMessage(message, open).then((chosen) => {
      if (chosen === open)
        void vscode.commands.executeCommand('workbench.action.openSettings', 'talkdeck.node');
    });
    return null;
  }

  async function start(): Promise<void> {
    meetups = await openedMeetups();
    await setContext('hasMeetup', meetups.length > 0);
    const runner = server ? null : await runnerOf(currentMeetup(meetups));
    if (runner) {
      output.info(`${runner.cli} (${runner.node})`);
      server = await startServer({
        ...runner,
        output,
        show: (uri, line) => void preview.show(uri, new vscode.Position(line, 0)),
        changed: tree.refresh,
      }).catch((cause: unknown) => {
        output.error(String(cause));
        void vscode.window.showErrorMessage(
          vscode.l10n.t('The language server of talkdeck could not be started: the output says why.'),
        );
        return null;
      });
    }
    await setContext('isRunning', server !== null);
    tree.refresh();
  }
  async function stop(): Promise<void> {
    const running = server;
    server = null;
    preview.close();
    await running?.stop();
  }
  const inTurn = (work: () => Promise<void>) => {
    turn = turn.then(work).catch((cause: unknown) => output.error(String(cause)));
    return turn;
  };

  const withRunner = (work: (runner: Runner) => unknown) => async () => {
    const runner = await runnerOf(currentMeetup(meetups));
    if (runner) await work(runner);
  };
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    check: withRunner((runner) => check(runner, output)),
    fix: withRunner((runner) => fix(runner, output)),
    export: withRunner((runner) => exportDecks(runner, output)),
    present: withRunner(present),
    async preview(from?: vscode.Uri | { readonly slide?: { readonly uri: string; readonly line: number } }) {
      if (from && 'slide' in from && from.slide)
        return preview.show(vscode.Uri.parse(from.slide.uri), new vscode.Position(from.slide.line, 0));
      const editor = vscode.window.activeTextEditor;
      if (editor) await preview.show(editor.document.uri, editor.selection.active);
    },
    async dev() {
      const meetup = currentMeetup(meetups);
      const event = meetup && vscode.Uri.joinPath(meetup.root, 'content/event.md');
      const shown = event && (await server?.preview(event, new vscode.Position(0, 0)));
      if (shown) await vscode.env.openExternal(vscode.Uri.parse(new URL('/', shown.url).href));
    },
    reveal: (uri: string, line: number) => reveal(vscode.Uri.parse(uri), line, false),
    restart: () => inTurn(stop).then(() => inTurn(start)),
    install() {
      const meetup = currentMeetup(meetups);
      if (!meetup) return;
      const terminal = vscode.window.createTerminal({ name: 'npm install', cwd: meetup.root });
      terminal.show();
      terminal.sendText('npm install');
    },
  };

  const installed = vscode.workspace.createFileSystemWatcher('**/node_modules/talkdeck/package.json');
  const restart = () => void inTurn(stop).then(() => inTurn(start));
  subscriptions.push(
    output,
    preview,
    view,
    installed,
    provideSnippets(extensionUri, () => server !== null),
    ...Object.entries(commands).map(([name, work]) =>
      vscode.commands.registerCommand(`talkdeck.${name}`, work),
    ),
    installed.onDidCreate(restart),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeWorkspaceFolders(restart),
    vscode.workspace.onDidChangeConfiguration((changed) => {
      if (['package', 'node'].some((name) => changed.affectsConfiguration(`talkdeck.${name}`))) restart();
    }),
    { dispose: () => void inTurn(stop) },
  );
  await inTurn(start);
}

function setContext(name: string, value: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', `talkdeck.${name}`, value);
}
