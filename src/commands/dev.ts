import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { type DevServer, serveSession } from '../dev/dev-server.ts';
import { type DevSession, startSession } from '../dev/dev-session.ts';
import { gateOf } from '../dev/gate-of.ts';
import { urlHost } from '../dev/url-host.ts';
import { chooseDecks } from '../export/choose-decks.ts';
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
}

/** Serves the decks while people write them, until it is interrupted. */
export async function dev(options: DevOptions): Promise<ExitCode> {
  const project = openProject(options.root);
  refuseOddPath(project.root);
  const log = devLog(options);
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve()).once('SIGTERM', () => resolve());
  });
  const session = await startSession(project, join(project.outFolder, '.cache', 'vite'), log);
  let server: DevServer | null = null;
  try {
    server = await serve(session, options, log);
    await stopped;
  } finally {
    // Pages hold connections of both.
    await Promise.all([server?.close(), session.close()]);
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
  const { default: open } = await import('open');
  try {
    await open(url);
    return null;
  } catch (cause) {
    return `No browser could be opened (${(cause as Error).message}): open ${url} in one.`;
  }
}
