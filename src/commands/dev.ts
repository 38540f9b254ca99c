import { randomInt } from 'node:crypto';
import { meetupFolder } from '../base/store.ts';
import { CliError } from '../cli-error.ts';
import { type DevServer, serveSession } from '../dev/dev-server.ts';
import { type DevSession, startSession } from '../dev/dev-session.ts';
import { gateOf } from '../dev/gate-of.ts';
import { startDesktop } from '../dev/start-desktop.ts';
import { urlHost } from '../dev/url-host.ts';
import { chooseDecks } from '../export/choose-decks.ts';
import { temporaryFolder } from '../print/temporary-folder.ts';
import { openProject } from '../project.ts';
import { type DevLog, devLog } from './dev-log.ts';
import type { CommonOptions, ExitCode } from './options.ts';

export interface DevOptions extends CommonOptions {
  /** Slug of the deck to open; null for the home page. */
  readonly deck: string | null;
  readonly port: number;
  readonly host: string;
  /** Whether to open a browser. */
  readonly open: boolean;
  /** Whether what Vite makes of packages is kept for the next time. */
  readonly useCache: boolean;
}

/** Serves the decks while people write them, until it is interrupted. */
export async function dev(options: DevOptions): Promise<ExitCode> {
  const project = openProject(options.root);
  refuseOddPath(project.root);
  const log = devLog(options);
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const kept = options.useCache ? meetupFolder(project.root, 'vite') : null;
  const temporary = kept === null ? await temporaryFolder() : null;
  let session: DevSession | null = null;
  let server: DevServer | null = null;
  try {
    session = await startSession(project, kept ?? temporary?.path ?? '', log);
    server = await serve(session, options, log);
    await stopped;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    // Pages hold connections of both.
    await Promise.all([server?.close(), session?.close()]);
    await temporary?.dispose();
  }
  return 0;
}

/** In a file's path Vite takes these for parts of an address, and Slidev writes a path between quotes into a script. */
const UNSERVED = process.platform === 'win32' ? /[#%']/ : /[#?%'\\]/;

function refuseOddPath(root: string): void {
  const [sign] = UNSERVED.exec(root) ?? [];
  if (sign === undefined) return;
  throw new CliError(
    `A browser cannot be shown what lies in ${root}: ${sign} means something in an address or a script.`,
    'Give the folder another name. build, check and export work in it as it is.',
  );
}

async function serve(
  session: DevSession,
  { deck, port, host, open }: DevOptions,
  log: DevLog,
): Promise<DevServer> {
  const { decks } = session.state();
  if (deck !== null && decks.length === 0) {
    throw new CliError(
      `There is no deck "${deck}".`,
      'No summary is sound yet: `talkdeck check` says what to mend.',
    );
  }
  if (deck !== null) chooseDecks(decks, [deck]);
  const gate = gateOf(host, makePassword);
  const server = await serveSession(session, { host, port, gate });
  const path = deck === null ? '/' : `/${encodeURIComponent(deck)}/`;
  log.started({ host, path, gate, ...server });
  if (deck !== null) void session.decks.open(deck).catch(() => {}); // What is wrong, its page says.
  if (open) {
    const problem = await openBrowser(`http://${urlHost(host)}:${server.port}${path}`);
    if (problem !== null) log.failed(problem);
  }
  return server;
}

/** Nobody guesses it, however fast they ask; and it can be read out: no two characters look alike. */
function makePassword(): string {
  return Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** What is wrong, or null. A machine without a browser serves all the same. */
async function openBrowser(url: string): Promise<string | null> {
  const problem = await startDesktop('browser', url);
  return problem === null ? null : `No browser could be opened (${problem}): open ${url} in one.`;
}
