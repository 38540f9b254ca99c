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

/** Servers of `talkdeck dev`, one for each meetup, for as long as the editor runs. */
export interface Preview {
  /**
   * Address of a slide, for a browser or a frame in the editor's window. Starts a server where none runs.
   * @throws CliError if it cannot start
   */
  slideUrl(root: string, place: SlidePlace): Promise<string>;
  /** Leads the pages that the editor opened to a slide; where no server runs there are none. */
  lead(root: string, place: SlidePlace): Promise<void>;
  /** Says who hears that a reader of such a page has gone to another slide. */
  onShown(hear: (root: string, place: SlidePlace) => void): void;
  /** Ends all servers. */
  stop(): void;
}

interface Server {
  readonly child: ChildProcess;
  readonly started: Promise<Started>;
}

/** What `talkdeck dev` says first. */
interface Started {
  readonly url: string;
  /** Lets a page be shown in a frame. */
  readonly key: string;
}

const CLI = fileURLToPath(new URL('../cli.js', import.meta.url));

/** @param cli the command line to start, for tests */
export function createPreview(cli: string = CLI): Preview {
  const servers = new Map<string, Server>();
  let hear: Parameters<Preview['onShown']>[0] = () => {};
  const running = (root: string): Server | null => {
    const known = servers.get(root);
    return known && known.child.exitCode === null && known.child.signalCode === null ? known : null;
  };
  const start = (root: string): Server => {
    const args = [cli, 'dev', '--root', root, '--json', '--for-editor'];
    // It ends when its standard input does: also where this process is killed.
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
        // It has ended meanwhile, or never began; what is saved may lack the slide.
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

/** Reads what a server says. @param shown hears of each slide that a reader goes to */
function listenTo(child: ChildProcess, root: string, shown: (place: SlidePlace) => void): Promise<Started> {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new CliError(wording`talkdeck dev could not be started in ${root}.`));
    child.once('error', failed).once('exit', failed);
    // What it no longer reads is no problem of this process.
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

/** The fact in a line of JSON; an empty one for other lines. */
function factIn(line: string): Readonly<Record<string, unknown>> {
  try {
    const fact: unknown = JSON.parse(line);
    return typeof fact === 'object' && fact !== null ? (fact as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
