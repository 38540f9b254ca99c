import { randomInt } from 'node:crypto';
import { CliError } from '../base/errors.ts';
import { openProject } from '../base/project.ts';
import { meetupFolder } from '../base/store.ts';
import { temporaryFolder } from '../base/temporary-folder.ts';
import { colorsFor } from '../base/terminal.ts';
import { readContentLines } from '../content/read/content-folder.ts';
import { ownAddresses, urlHost } from '../dev/server/addresses.ts';
import { type Gate, gateOf, type Passwords } from '../dev/server/check-request.ts';
import { type DevServer, serveSession } from '../dev/server/dev-server.ts';
import { startDesktop } from '../dev/server/start-desktop.ts';
import { type DevListener, type DevSession, startSession } from '../dev/session/dev-session.ts';
import type { LiveState } from '../dev/state/live-meetup.ts';
import { chooseDecks } from '../export/plan.ts';
import { type Finding, hasErrors } from '../findings/finding.ts';
import { cleanLines, jsonText } from '../findings/report/clean.ts';
import { reportJson, wordFindings } from '../findings/report/json.ts';
import { reportText } from '../findings/report/report-text.ts';
import type { CommonOptions, ExitCode } from './flags.ts';

interface DevOptions extends CommonOptions {
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

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

interface DevLog extends DevListener {
  started(server: {
    readonly host: string;
    readonly port: number;
    readonly taken: readonly number[];
    /** Of the page to look at first. */
    readonly path: string;
    readonly gate: Gate;
  }): void;
}

/** What `talkdeck dev` says: findings once, when they change, and not again after every save. */
export function devLog({ root, json, quiet, terminal }: CommonOptions): DevLog {
  const { stdout, stderr } = terminal;
  const colors = colorsFor(stderr, terminal);
  /** What was said last, without notes. */
  let before = '';
  let isFirst = true;
  const say = (fact: object, words: string) => {
    if (json) stdout.write(`${jsonText(fact)}\n`);
    else stdout.write(`${words}\n`);
  };
  return {
    started({ host, port, taken, path, gate: { passwords } }) {
      const url = `http://${urlHost(host)}:${port}${path}`;
      const others = passwords === null ? [] : ownAddresses(host).map((name) => `http://${name}:${port}/`);
      const lines = [
        ...taken.map((each) => `Port ${each} is taken.`),
        `talkdeck is at ${url} (Ctrl-C ends it)`,
        ...(passwords === null ? [] : wayIn(others, passwords)),
      ];
      say({ event: 'started', url, others, passwords, taken }, lines.join('\n'));
    },
    noted(message) {
      if (!quiet) say({ event: 'noted', message }, `${cleanLines(message)}\n`);
    },
    failed(message) {
      if (json) say({ event: 'failed', message }, '');
      else stderr.write(`${colors.red('talkdeck:')} ${cleanLines(message)}\n\n`);
    },
    changed({ findings, problem }) {
      const linesOf = readContentLines(root);
      const textOf = (found: readonly Finding[]) =>
        problem ? explain(problem) : found.length > 0 ? reportText(wordFindings(found), linesOf, colors) : '';
      const lasting = findings.filter(
        ({ severity }) => severity === 'error' || (severity === 'warning' && !quiet),
      );
      // Notes are said once.
      const told = isFirst && !quiet ? findings : lasting;
      isFirst = false;
      const text = textOf(lasting);
      if (text === before && told.length === lasting.length) return;
      before = text;
      if (json) say({ event: 'findings', problem, findings: reportJson(wordFindings(told)) }, '');
      else if (!problem && told.length === 0) stdout.write(`${colors.green('Everything is mended.')}\n\n`);
      else {
        const last = problem || hasErrors(told) ? '\nThe decks show what was sound last.' : '';
        stderr.write(`${textOf(told)}${last}\n\n`);
      }
    },
  };

  function explain({ message, hint }: NonNullable<LiveState['problem']>): string {
    const told = hint === null ? message : `${message}\n${hint}`;
    return `${colors.red('talkdeck:')} ${cleanLines(told)}`;
  }
}

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

/** What is wrong, or null. A machine without a browser serves all the same. */
async function openBrowser(url: string): Promise<string | null> {
  const problem = await startDesktop('browser', url);
  return problem === null ? null : `No browser could be opened (${problem}): open ${url} in one.`;
}

function wayIn(others: readonly string[], { guest, device }: Passwords): readonly string[] {
  const way =
    others.length === 0
      ? `This machine is in no network; once it is, others need the password ${guest}`
      : `Others in your network can look at ${others.join(', ')}, with the password ${guest}`;
  return [way, `With ${device} instead, a second device of your own steers, too: keep it to yourself`];
}
