import * as vscode from 'vscode';

/** A folder with content/event.md. */
export interface OpenedMeetup {
  readonly root: vscode.Uri;
  /** The workspace folder that contains it. */
  readonly folder: vscode.WorkspaceFolder;
}

const EVENT = 'content/event.md';
/** Maximum number of meetups to find below a folder. */
const MOST = 50;

/** The meetups in the open folders: the folders themselves, and meetups below the others. */
export async function openedMeetups(): Promise<readonly OpenedMeetup[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return (await Promise.all(folders.map(meetupsIn))).flat();
}

async function meetupsIn(folder: vscode.WorkspaceFolder): Promise<readonly OpenedMeetup[]> {
  if (await exists(vscode.Uri.joinPath(folder.uri, EVENT))) return [{ root: folder.uri, folder }];
  const events = await findBelow(folder);
  return events
    .map((event): OpenedMeetup => ({ root: vscode.Uri.joinPath(event, '../..'), folder }))
    .sort((a, b) => (a.root.path < b.root.path ? -1 : 1));
}

/** Empty for a folder that cannot be searched. */
async function findBelow(folder: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
  const [wanted, others] = [`**/${EVENT}`, '**/{node_modules,out,dist}/**'];
  try {
    return await vscode.workspace.findFiles(new vscode.RelativePattern(folder, wanted), others, MOST);
  } catch {
    return [];
  }
}

/** The meetup of the active editor, else the first one. */
export function currentMeetup(meetups: readonly OpenedMeetup[]): OpenedMeetup | null {
  const path = vscode.window.activeTextEditor?.document.uri.path ?? '';
  const around = meetups.filter(({ root }) => path.startsWith(`${root.path}/`));
  // The innermost one.
  return around.sort((a, b) => b.root.path.length - a.root.path.length)[0] ?? meetups[0] ?? null;
}

/** Files that the language server reads as summaries. */
export function isSummary({ path }: vscode.Uri): boolean {
  return /\/content\/(?:event|(?:talks|qa)\/[^/]+)\.md$/.test(path);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
