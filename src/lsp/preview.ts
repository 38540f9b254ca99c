import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../base/child-environment.ts';
import { CliError, wording } from '../base/errors.ts';
import { FRAME_PARAMETER } from '../server/check-request.ts';

/** A slide of a deck. */
export interface SlidePlace {
  /** Slug. */
  readonly deck: string;
  /** 1-based. */
  readonly slide: number;
}

/** Servers of `talkdeck dev`, one per meetup, running as long as the editor. */
export interface Preview {
  /**
   * Address of a slide, for a browser or a frame in the editor's window. Starts a server if none is running.
   * @throws CliError if it cannot start
   */
  slideUrl(root: string, place: SlidePlace): Promise<string>;
  /** Leads pages opened by the editor to a slide; does nothing without a server. */
  lead(root: string, place: SlidePlace): Promise<void>;
  /** Registers a listener for slides that readers of such a page go to. */
  onShown(hear: (root: string, place: SlidePlace) => void): void;
  /** Ends all servers. */
  stop(): void;
}

interface Server {
  readonly child: ChildProcess;
  readonly started: Promise<Started>;
}

/** The first message of `talkdeck dev`. */
interface Started {
  readonly url: string;
  /** Allows a page to be shown in a frame. */
  readonly key: string;
}

const CLI = fileURLToPath(new URL('../cli.js', import.meta.url));

/** @param cli path of the command line to start, for tests */
export function createPreview(cli: string = CLI): Preview {
  const servers = new Map<string, Server>();
  let hear: Parameters<Preview['onShown']>[0] = () => {};
  const running = (root: string): Server | null => {
    const known = servers.get(root);
    return known && known.child.exitCode === null && known.child.signalCode === null ? known : null;
  };
  const start = (root: string): Server => {
    const args = [cli, 'dev', '--root', root, '--json', '--for-editor'];
    // It ends when its standard input closes, even if this process is killed.
    const child = spawn(process.execPath, args, {
      env: childEnvironment({}),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const server = { child, started: listenTo(child, root, (place) => hear(root, place)) };
    servers.set(root, server);
    return server;
  };
  return {
    async slideUrl(root, { deck, slide }) {
      const { url, key } = await (running(root) ?? start(root)).started;
      const address = new URL(`/${encodeURIComponent(deck)}/${slide}`, url);
      address.searchParams.set(FRAME_PARAMETER, key);
      return address.href;
    },
    async lead(root, place) {
      const server = running(root);
      if (!server) return;
      try {
        const { url } = await server.started;
        const headers = { 'Content-Type': 'application/json' };
        const body = JSON.stringify(place);
        const answer = await fetch(new URL('/@talkdeck/show', url), { method: 'POST', headers, body });
        await answer.body?.cancel();
      } catch {
        // It has ended, or never started; otherwise the saved text may lack the slide.
      }
    },
    onShown(listener) {
      hear = listener;
    },
    stop() {
      for (const { child } of servers.values()) child.kill();
      servers.clear();
    },
  };
}

/** Reads a server's output. @param shown is called for each slide that a reader goes to */
function listenTo(child: ChildProcess, root: string, shown: (place: SlidePlace) => void): Promise<Started> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new CliError(wording`talkdeck dev could not be started in ${root}.`));
    child.once('error', failed).once('exit', failed);
    // Errors from writing to an ended process do not matter.
    child.stdin?.on('error', () => {});
    if (!child.stdout) return;
    createInterface(child.stdout).on('line', (line) => {
      const { event, url, editor, deck, slide } = factIn(line);
      if (event === 'started' && typeof url === 'string' && typeof editor === 'string')
        resolve({ url, key: editor });
      if (event === 'shown' && typeof deck === 'string' && typeof slide === 'number') shown({ deck, slide });
    });
  });
}

/** The object in a line of JSON; empty for other lines. */
function factIn(line: string): Readonly<Record<string, unknown>> {
  try {
    const fact: unknown = JSON.parse(line);
    return typeof fact === 'object' && fact !== null ? (fact as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
