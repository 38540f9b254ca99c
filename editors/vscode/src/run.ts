import { spawn } from 'node:child_process';
import * as vscode from 'vscode';

export interface Command {
  /** Absolute paths. */
  readonly node: string;
  readonly cli: string;
  readonly root: string;
  readonly args: readonly string[];
}

/** Result of a talkdeck command. */
export interface Ended {
  /** 0 clean, 1 something to fix, 2 could not run; null if it was stopped. */
  readonly code: number | null;
  /** First line on standard output. */
  readonly said: string;
}

/**
 * Runs a talkdeck command with its progress in a notification, and everything it prints in the output channel.
 * @param title of the notification
 */
export function run(title: string, command: Command, output: vscode.LogOutputChannel): Thenable<Ended> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, stopped) =>
      new Promise<Ended>((resolve) => {
        const { node, cli, root, args } = command;
        const lang = vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
        const all = [cli, '--lang', lang, ...args, '--no-color', '--root', root];
        output.info(`talkdeck ${args.join(' ')}`);
        const child = spawn(node, all, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
        // It cleans up after itself, and reports that.
        const stop = stopped.onCancellationRequested(() => void child.kill('SIGINT'));
        let said = '';
        const hear = (stream: NodeJS.ReadableStream, line: (text: string) => void) => {
          let rest = '';
          stream.setEncoding('utf8').on('data', (chunk: string) => {
            const lines = (rest + chunk).split('\n');
            rest = lines.pop() ?? '';
            for (const each of lines) {
              output.info(each);
              if (each.trim() !== '') line(each.trim());
            }
          });
        };
        hear(child.stdout, (text) => {
          said ||= text;
        });
        hear(child.stderr, (message) => progress.report({ message }));
        const end = (code: number | null) => {
          stop.dispose();
          resolve({ code: stopped.isCancellationRequested ? null : code, said });
        };
        child.once('error', (cause) => {
          output.error(cause.message);
          end(2);
        });
        child.once('close', end);
      }),
  );
}
