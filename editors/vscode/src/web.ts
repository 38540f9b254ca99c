import * as vscode from 'vscode';
import { provideSnippets } from './snippets.ts';

/** In an editor that is a web page there are no processes: summaries have snippets, and colours by the grammar. */
export async function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): Promise<void> {
  subscriptions.push(provideSnippets(extensionUri, () => false));
  await vscode.commands.executeCommand('setContext', 'talkdeck.hasMeetup', true);
  await vscode.commands.executeCommand('setContext', 'talkdeck.isWeb', true);
}
