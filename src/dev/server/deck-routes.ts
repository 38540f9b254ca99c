import type { ServerResponse } from 'node:http';
import type { SocketAsked } from '../../server/gate.ts';
import { type Asked, type Route, route, sendText } from '../../server/routes.ts';
import type { DeckServer } from '../../slidev/serve/serve-deck.ts';
import { SHARED_UPDATES, type SharedUpdate } from '../../slidev/serve/shared-state.ts';
import type { DevSession } from '../session/dev-session.ts';

/** Paths of Slidev's application, below a deck's. The query is only for the application. */
const VIEW = /^(?:\d{1,4}|(?:presenter|export|print)(?:\/\d{1,4})?|overview|notes|notes-edit|entry)?$/;
const FOR_THE_PAGE = /^/;
const DECK = '([^/]+)';

/** Routes of decks: their pages, what these request, and messages between their windows. */
export function deckRoutes(session: DevSession): readonly Route[] {
  const has = ([slug = '']: readonly string[]) => isDeck(session, slug);
  const open = (slug: string) => session.decks.open(nameOf(slug));

  async function answer(
    find: (deck: DeckServer) => ReturnType<DeckServer['files']['find']> | undefined,
    asked: Asked,
  ) {
    const { request, response, address, parts } = asked;
    const [slug = ''] = parts;
    const deck = await open(slug);
    const file = find(deck);
    if (file === undefined) return sendText(response, 404, 'There is no such page.');
    deck.handle(file, file && address.query, request, response, (cause) => handOver(response, cause));
  }

  const share = <K extends keyof typeof SHARED_UPDATES>(key: K): Route =>
    route<SharedUpdate>({
      method: 'POST',
      path: new RegExp(`^/${DECK}/@server-reactive/${key}$`),
      has,
      who: 'device',
      kind: 'file',
      body: SHARED_UPDATES[key],
      async answer({ response, parts: [slug = ''], body }) {
        (await open(slug)).share(body);
        response.writeHead(204).end();
      },
    });

  return [
    {
      method: 'GET',
      path: new RegExp(`^/${DECK}$`),
      query: FOR_THE_PAGE,
      has,
      who: 'guest',
      kind: 'page',
      answer({ response, parts: [slug = ''] }) {
        response.writeHead(302, { Location: `/${encodeURIComponent(nameOf(slug))}/` }).end();
      },
    },
    share('nav'),
    share('drawings'),
    {
      method: 'GET',
      path: new RegExp(`^/${DECK}/([\\w-]*(?:/\\d+)?)$`),
      query: FOR_THE_PAGE,
      has,
      who: 'guest',
      kind: 'deck',
      answer: (asked) =>
        answer(({ aliases }) => {
          const view = asked.parts[1] ?? '';
          const [, alias = view] = /^presenter\/(.+)$/.exec(view) ?? [];
          return VIEW.test(view) || aliases().includes(alias) ? null : undefined;
        }, asked),
    },
    {
      method: 'GET',
      path: new RegExp(`^/${DECK}(/.+)$`, 's'),
      query: FOR_THE_PAGE,
      has,
      who: 'guest',
      kind: 'file',
      answer: (asked) =>
        answer(({ files }) => files.find(asked.parts[1] ?? '', asked.address.query) ?? undefined, asked),
    },
  ];
}

/** Accepts a WebSocket for a deck; false if there is no such deck. */
export function openDeckSocket(
  session: DevSession,
  { request, socket, head, address }: SocketAsked,
): boolean {
  const [, slug] = /^\/([^/]+)\/$/.exec(address.path) ?? [];
  const isPing = request.headers['sec-websocket-protocol'] === 'vite-ping';
  if (slug === undefined || !isDeck(session, slug)) return false;
  if (!(isPing && address.query === null) && !/^token=[\w-]{1,64}$/.test(address.query ?? '')) return false;
  // A page retries until its deck is served again, and then reloads.
  session.decks.open(nameOf(slug)).then(
    (deck) => deck.upgrade(request, socket, head),
    () => socket.destroy(),
  );
  return true;
}

function isDeck(session: DevSession, slug: string): boolean {
  const name = nameOf(slug);
  return session.state().decks.some((deck) => deck.slug === name);
}

function nameOf(part: string): string {
  return part.normalize('NFC');
}

function handOver(response: ServerResponse, cause: unknown): void {
  if (response.headersSent) return void response.destroy();
  sendText(response, cause ? 500 : 404, cause ? String(cause) : 'There is no such file.');
}
