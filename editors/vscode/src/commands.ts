import * as vscode from 'vscode';
import { type Command, run } from './run.ts';

/** A meetup's talkdeck and where it is run. */
export type Runner = Pick<Command, 'node' | 'cli' | 'root'>;

/** Checks, and offers to show what to fix. */
export async function check(runner: Runner, output: vscode.LogOutputChannel): Promise<void> {
  await vscode.workspace.saveAll(false);
  const title = vscode.l10n.t('talkdeck checks the meetup');
  await tell(await run(title, { ...runner, args: ['check'] }, output), output);
}

/** Applies mechanical fixes to all files. */
export async function fix(runner: Runner, output: vscode.LogOutputChannel): Promise<void> {
  await vscode.workspace.saveAll(false);
  const title = vscode.l10n.t('talkdeck corrects what is mechanical');
  await tell(await run(title, { ...runner, args: ['check', '--fix', '--yes'] }, output), output);
}

/** Exports the chosen products, and offers to open the folder. */
export async function exportDecks(runner: Runner, output: vscode.LogOutputChannel): Promise<void> {
  const kinds: readonly (vscode.QuickPickItem & { readonly flag: string })[] = [
    { label: vscode.l10n.t('PDF'), flag: '--pdf', picked: true },
    { label: vscode.l10n.t('Handouts'), flag: '--handout' },
    { label: vscode.l10n.t('Speaker’s notes'), flag: '--notes' },
    { label: vscode.l10n.t('Pictures'), flag: '--png' },
    { label: 'PowerPoint', flag: '--pptx' },
    { label: 'HTML', flag: '--html' },
  ];
  const chosen = await vscode.window.showQuickPick(kinds, {
    canPickMany: true,
    title: vscode.l10n.t('What to export'),
  });
  if (!chosen || chosen.length === 0) return;
  await vscode.workspace.saveAll(false);
  const title = vscode.l10n.t('talkdeck exports');
  const ended = await run(title, { ...runner, args: ['export', ...chosen.map(({ flag }) => flag)] }, output);
  if (ended.code !== 0) return tell(ended, output);
  const open = vscode.l10n.t('Open the folder');
  if ((await vscode.window.showInformationMessage(ended.said, open)) !== open) return;
  await vscode.commands.executeCommand(
    'revealFileInOS',
    vscode.Uri.joinPath(vscode.Uri.file(runner.root), 'out'),
  );
}

/** Presents in a terminal, which shows the passwords and QR codes for phones, and stays open with any error. */
export async function present({ node, cli, root }: Runner): Promise<void> {
  await vscode.workspace.saveAll(false);
  const name = 'talkdeck present';
  const execution = new vscode.ProcessExecution(node, [cli, 'present'], { cwd: root });
  const task = new vscode.Task({ type: 'process' }, vscode.TaskScope.Workspace, name, 'talkdeck', execution);
  task.presentationOptions = { focus: true, panel: vscode.TaskPanelKind.Dedicated };
  await vscode.tasks.executeTask(task);
}

async function tell(
  { code, said }: { readonly code: number | null; readonly said: string },
  output: vscode.LogOutputChannel,
): Promise<void> {
  if (code === null) return;
  if (code === 0) {
    void vscode.window.setStatusBarMessage(`talkdeck: ${said}`, 10_000);
    return;
  }
  const [problems, details] = [vscode.l10n.t('Problems'), vscode.l10n.t('Details')];
  const message =
    code === 1
      ? said || vscode.l10n.t('There is something to fix.')
      : vscode.l10n.t('talkdeck could not do that: the output says why.');
  const chosen = await (code === 1
    ? vscode.window.showWarningMessage(message, problems, details)
    : vscode.window.showErrorMessage(message, details));
  if (chosen === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (chosen === details) output.show();
}
