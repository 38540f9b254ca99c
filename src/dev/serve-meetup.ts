import { randomBytes } from 'node:crypto';
import { CliError, wording } from '../base/errors.ts';
import type { Project } from '../base/project.ts';
import { meetupFolder } from '../base/store.ts';
import { temporaryFolder } from '../base/temporary-folder.ts';
import { chooseDecks } from '../export/plan.ts';
import { urlHost } from '../server/addresses.ts';
import { type Gate, gateOf, makePassword } from '../server/check-request.ts';
import { type Listening, listen } from '../server/listen.ts';
import { startDesktop } from '../server/start-desktop.ts';
import { apiRoutes, editorRoute } from './server/api-routes.ts';
import { deckRoutes, openDeckSocket } from './server/deck-routes.ts';
import { lookRoutes } from './server/look-routes.ts';
import { fontRoutes, pageRoutes } from './server/page-routes.ts';
import { type DevListener, type DevSession, startSession } from './session/dev-session.ts';
import type { SlidePlace } from './state/dev-state.ts';

export interface ServeRequest {
  /** Slug of the deck to open; null for the home page. */
  readonly deck: string | null;
  readonly port: number;
  readonly host: string;
  /** Whether to open a browser. */
  readonly open: boolean;
  /** Whether packages prepared by Vite are kept for the next run. */
  readonly useCache: boolean;
  /** Whether an editor started it: its window may show pages in a frame, and it is told where its readers go. */
  readonly forEditor: boolean;
}

/** Receives events of the server. */
export interface MeetupListener extends DevListener {
  started(server: {
    readonly host: string;
    readonly port: number;
    readonly taken: readonly number[];
    /** Path of the page to open first. */
    readonly path: string;
    readonly gate: Gate;
  }): void;
  /** A reader of a page opened by the editor went to another slide. */
  shown(place: SlidePlace): void;
}

/**
 * Serves the decks while people write them.
 * @param stopped ends it when aborted
 * @throws CliError if there is no such deck, or the folder or the port cannot be served
 */
export async function serveMeetup(
  project: Project,
  request: ServeRequest,
  listener: MeetupListener,
  stopped: Promise<void>,
): Promise<void> {
  refuseOddPath(project.root);
  const kept = request.useCache ? meetupFolder(project.root, 'vite') : null;
  const temporary = kept === null ? await temporaryFolder() : null;
  let session: DevSession | null = null;
  let server: Listening | null = null;
  try {
    session = await startSession(project, kept ?? temporary?.path ?? '', listener);
    server = await serve(session, request, listener);
    await stopped;
  } finally {
    // Pages keep connections to both open.
    await Promise.all([server?.close(), session?.close()]);
    await temporary?.dispose();
  }
}

/**
 * Vite misreads these in a file's path as parts of an address, and Slidev writes a path between quotes into a script.
 */
const UNSERVED = process.platform === 'win32' ? /[#%']/ : /[#?%'\\]/;

function refuseOddPath(root: string): void {
  const [sign] = UNSERVED.exec(root) ?? [];
  if (sign === undefined) return;
  throw new CliError(
    wording`A browser cannot be shown what lies in ${root}: ${sign} means something in an address or a script.`,
    wording`Give the folder another name. build, check and export work in it as it is.`,
  );
}

async function serve(
  session: DevSession,
  { deck, port, host, open, forEditor }: ServeRequest,
  listener: MeetupListener,
): Promise<Listening> {
  const { decks } = session.state();
  if (deck !== null && decks.length === 0) {
    throw new CliError(
      wording`There is no deck "${deck}".`,
      wording`No summary is valid yet: \`talkdeck check\` says what to fix.`,
    );
  }
  if (deck !== null) chooseDecks(decks, [deck]);
  const gate = gateOf(host, makePassword, forEditor ? { frameKey: randomBytes(16).toString('hex') } : {});
  const routes = [
    ...apiRoutes(session),
    ...(forEditor ? [editorRoute(session, listener.shown)] : []),
    ...lookRoutes(session),
    ...fontRoutes(session.project.root),
    ...pageRoutes(session.state),
    ...deckRoutes(session),
  ];
  const server = await listen(routes, {
    host,
    port,
    gate,
    openSocket: (asked) => openDeckSocket(session, asked),
  });
  const path = deck === null ? '/' : `/${encodeURIComponent(deck)}/`;
  listener.started({ host, path, gate, ...server });
  if (deck !== null) void session.decks.open(deck).catch(() => {}); // Its page shows the error.
  if (open) {
    const problem = await openBrowser(`http://${urlHost(host)}:${server.port}${path}`);
    if (problem !== null) listener.failed(problem);
  }
  return server;
}

/** Returns the problem, or null. Without a browser, the server still works. */
async function openBrowser(url: string): Promise<string | null> {
  const problem = await startDesktop('browser', url);
  return problem === null ? null : `No browser could be opened (${problem}): open ${url} in one.`;
}
