import * as vscode from 'vscode';
import { provideSnippets } from './snippets.ts';

/** A web-based editor has no processes: only snippets for summaries, and colours by the grammar. */
export async function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): Promise<void> {
  subscriptions.push(provideSnippets(extensionUri, () => false));
  await vscode.commands.executeCommand('setContext', 'talkdeck.hasMeetup', true);
  await vscode.commands.executeCommand('setContext', 'talkdeck.isWeb', true);
}
