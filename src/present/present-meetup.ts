import type { Project } from '../base/project.ts';
import { type TemporaryFolder, temporaryFolder } from '../base/temporary-folder.ts';
import { compile } from '../build/compile.ts';
import { type MeetupWatcher, watchMeetup } from '../build/watch-meetup.ts';
import { ownAddresses, urlHost } from '../server/addresses.ts';
import { type Gate, gateOf, makePassword } from '../server/check-request.ts';
import { type Listening, listen } from '../server/listen.ts';
import { startDesktop } from '../server/start-desktop.ts';
import { startBundler } from '../slidev/bundle/start-bundler.ts';
import type { PhoneAddresses } from './manifest.ts';
import type { Relay } from './relay.ts';
import { stageRoutes } from './stage-routes.ts';
import { isSound, type SessionListener, stageSession } from './stage-session.ts';

export interface PresentRequest {
  readonly port: number;
  readonly host: string;
  /** Whether to open a browser. */
  readonly open: boolean;
}

/** Receives messages for the terminal. */
export interface StageListener extends SessionListener {
  started(server: {
    readonly host: string;
    readonly port: number;
    readonly taken: readonly number[];
    readonly gate: Gate;
    readonly phones: PhoneAddresses | null;
    readonly decks: number;
    readonly slides: number;
  }): void;
}

/**
 * Builds the evening, serves it, and rebuilds it in the background after each save, until it is stopped.
 * @param stopped ends it when aborted
 * @returns whether it could be presented: false if content/ has errors, which `listener` receives
 * @throws CliError if the folder or the port cannot be served, or the theme has an error
 */
export async function presentMeetup(
  project: Project,
  { host, port, open }: PresentRequest,
  listener: StageListener,
  stopped: Promise<void>,
): Promise<boolean> {
  const bundler = startBundler();
  let temporary: TemporaryFolder | null = null;
  let server: Listening | null = null;
  let watcher: MeetupWatcher | null = null;
  let relay: Relay | null = null;
  try {
    const compiled = compile(project);
    listener.checked(compiled.findings);
    if (!isSound(compiled)) return false;
    temporary = await temporaryFolder();
    const session = stageSession(project, { bundler, root: temporary.path }, listener);
    relay = session.relay;
    await session.build(compiled);
    const gate = gateOf(host, makePassword);
    server = await listen(stageRoutes(session), { host, port, gate });
    const phones = phonesOf(host, server.port, gate);
    if (phones) session.letIn(phones);
    const { decks = [], slides = [] } = session.latest()?.manifest ?? {};
    listener.started({ host, gate, phones, ...server, decks: decks.length, slides: slides.length });
    watcher = await watchMeetup(
      project,
      () => {},
      () => void session.refresh(),
      listener.failed,
    );
    if (open) {
      const url = `http://${urlHost(host)}:${server.port}/`;
      const problem = await startDesktop('browser', url);
      if (problem !== null) listener.failed(`No browser could be opened (${problem}): open ${url} in one.`);
    }
    await stopped;
    return true;
  } finally {
    relay?.close();
    await watcher?.close();
    await server?.close();
    await bundler.dispose();
    await temporary?.dispose();
  }
}

/** Addresses to open on a phone, with their passwords; null if no other machine can connect. */
function phonesOf(host: string, port: number, { passwords }: Gate): PhoneAddresses | null {
  const [name] = passwords ? ownAddresses(host) : [];
  if (!passwords || name === undefined) return null;
  const at = (path: string, password: string) => `http://${name}:${port}${path}?password=${password}`;
  return { guest: at('/', passwords.guest), device: at('/remote', passwords.device) };
}
