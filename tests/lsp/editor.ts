import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { ROOT } from '../cli/run-cli.ts';

/** An editor with a meetup in a temporary folder, using the protocol's own client library. */
export interface Editor {
  readonly root: string;
  readonly client: ProtocolConnection;
  readonly server: ChildProcess;
  uri(path: string): string;
  /** Opens a file with its own text, or another one. */
  open(path: string, text?: string): Promise<void>;
  /** Replaces the text of an open file, without saving it. */
  type(path: string, text: string): Promise<void>;
  read(path: string): string;
  /** The first matching diagnostics of a file: the last ones received, or later ones. */
  diagnostics(
    path: string,
    isWanted: (diagnostics: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]>;
  /** A position in the saved or given text: the start of `words`, plus `by` characters. */
  position(text: string, words: string, by?: number): { line: number; character: number };
  stop(): Promise<number | null>;
}

/** @param files by path below the root @param root a new folder by default; removed with the editor */
export async function startEditor(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  root: string = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-lsp-'))),
): Promise<Editor> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const server = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...args, 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: root,
  });
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const last = new Map<string, PublishDiagnosticsParams>();
  const heard = new Set<() => void>();
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    last.set(params.uri, params);
    for (const each of heard) each();
  });
  client.onRequest('client/registerCapability', () => null);
  client.onRequest('window/showDocument', () => ({ success: true }));
  client.listen();
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    capabilities: {},
  });
  await client.sendNotification('initialized', {});
  const versions = new Map<string, number>();
  const uri = (path: string) => pathToFileURL(join(root, path)).href;
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return {
    root,
    client,
    server,
    uri,
    read,
    async open(path, text = read(path)) {
      versions.set(path, 1);
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(path), languageId: 'markdown', version: 1, text },
      });
    },
    async type(path, text) {
      const version = (versions.get(path) ?? 0) + 1;
      versions.set(path, version);
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(path), version },
        contentChanges: [{ text }],
      });
    },
    diagnostics: (path, isWanted) =>
      new Promise((resolve) => {
        const look = () => {
          const { diagnostics = null } = last.get(uri(path)) ?? {};
          if (diagnostics === null || !isWanted(diagnostics)) return;
          heard.delete(look);
          resolve(diagnostics);
        };
        heard.add(look);
        look();
      }),
    position(text, words, by = 0) {
      const index = text.indexOf(words) + by;
      const before = text.slice(0, index).split('\n');
      return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    },
    async stop() {
      const ended = once(server, 'exit');
      await client.sendRequest('shutdown');
      await client.sendNotification('exit');
      const [code] = await ended;
      client.dispose();
      rmSync(root, { recursive: true, force: true });
      return code as number | null;
    },
  };
}
