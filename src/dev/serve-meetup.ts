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
  /** Whether what Vite makes of packages is kept for the next time. */
  readonly useCache: boolean;
  /** Whether an editor asks: its window may show pages in a frame, and it hears where its readers go. */
  readonly forEditor: boolean;
}

/** Who is told what goes on. */
export interface MeetupListener extends DevListener {
  started(server: {
    readonly host: string;
    readonly port: number;
    readonly taken: readonly number[];
    /** Of the page to look at first. */
    readonly path: string;
    readonly gate: Gate;
  }): void;
  /** A reader of a page that the editor opened has gone to another slide. */
  shown(place: SlidePlace): void;
}

/**
 * Serves the decks while people write them.
 * @param stopped when to end
 * @throws CliError where there is no such deck, or the folder or the port cannot be served
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
    // Pages hold connections of both.
    await Promise.all([server?.close(), session?.close()]);
    await temporary?.dispose();
  }
}

/** In a file's path Vite takes these for parts of an address, and Slidev writes a path between quotes into a script. */
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
  if (deck !== null) void session.decks.open(deck).catch(() => {}); // What is wrong, its page says.
  if (open) {
    const problem = await openBrowser(`http://${urlHost(host)}:${server.port}${path}`);
    if (problem !== null) listener.failed(problem);
  }
  return server;
}

/** What is wrong, or null. A machine without a browser serves all the same. */
async function openBrowser(url: string): Promise<string | null> {
  const problem = await startDesktop('browser', url);
  return problem === null ? null : `No browser could be opened (${problem}): open ${url} in one.`;
}
