import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../base/child-environment.ts';
import { CliError, wording } from '../base/errors.ts';

/** Servers of `talkdeck dev`, one for each meetup, for as long as the editor runs. */
export interface Preview {
  /** Address of a slide. Starts a server where none runs. @throws CliError if it cannot start */
  slideUrl(root: string, deck: string, slide: number): Promise<string>;
  /** Ends all servers. */
  stop(): void;
}

const CLI = fileURLToPath(new URL('../cli.js', import.meta.url));

/** @param cli the command line to start, for tests */
export function createPreview(cli: string = CLI): Preview {
  const servers = new Map<string, { readonly child: ChildProcess; readonly url: Promise<string> }>();
  const startAt = (root: string) => {
    const known = servers.get(root);
    if (known && known.child.exitCode === null) return known;
    const child = spawn(process.execPath, [cli, 'dev', '--root', root, '--json'], {
      env: childEnvironment({}),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const server = { child, url: startedUrl(child, root) };
    servers.set(root, server);
    return server;
  };
  return {
    async slideUrl(root, deck, slide) {
      const url = await startAt(root).url;
      return new URL(`/${encodeURIComponent(deck)}/${slide}`, url).href;
    },
    stop() {
      for (const { child } of servers.values()) child.kill();
      servers.clear();
    },
  };
}

function startedUrl(child: ChildProcess, root: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new CliError(wording`talkdeck dev could not be started in ${root}.`));
    child.once('error', failed).once('exit', failed);
    if (!child.stdout) return;
    createInterface(child.stdout).on('line', (line) => {
      const url = urlIn(line);
      if (url !== null) resolve(url);
    });
  });
}

/** The address in the line of JSON with which `talkdeck dev` starts; null for other lines. */
function urlIn(line: string): string | null {
  try {
    const { event, url } = JSON.parse(line) as { readonly event?: unknown; readonly url?: unknown };
    return event === 'started' && typeof url === 'string' ? url : null;
  } catch {
    return null;
  }
}
