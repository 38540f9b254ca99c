import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import type { AnswerKind } from './answer-headers.ts';
import type { Role } from './check-request.ts';
import type { Address } from './read-address.ts';

/** A request as a route sees it. */
export interface Asked<Body = unknown> {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly address: Address;
  /** The sender's role. */
  readonly role: Role;
  /** Captured by the route's pattern. */
  readonly parts: readonly string[];
  /** Parsed by the route's schema; null if the route takes none. */
  readonly body: Body;
}

/** Something that the server responds to. Anything without a route is not found. */
export interface Route<Body = unknown> {
  /** GET includes HEAD. */
  readonly method: 'GET' | 'POST';
  /** Matches the decoded path. */
  readonly path: RegExp;
  /** Matches the query; without it, no query is allowed. */
  readonly query?: RegExp;
  /** Whether such a path exists. */
  has?(parts: readonly string[], address: Address): boolean;
  /** The minimum role. */
  readonly who: Role;
  /** Kind of response. Other sites can link to pages. */
  readonly kind: AnswerKind;
  /** Schema of a POST's JSON; by default there is no body. */
  readonly body?: BodyRule<Body>;
  answer(asked: Asked<Body>): Promise<void> | void;
}

interface BodyRule<Body> {
  readonly schema: v.GenericSchema<unknown, Body>;
  /** In bytes; 64 KB by default. */
  readonly limit?: number;
}

/** A response in plain text. */
export function sendText(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${message}\n`);
}

/** A route with its own type of body, for use in a list. */
export function route<Body>(made: Route<Body>): Route {
  return made as unknown as Route;
}

/** The route of a request; null if there is none. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  address: Address,
): { readonly route: Route; readonly parts: readonly string[] } | null {
  for (const route of routes) {
    const match = route.path.exec(address.path);
    if (!match || (method === 'HEAD' ? 'GET' : method) !== route.method) continue;
    if (address.query !== null && !(route.query ?? NOTHING).test(address.query)) continue;
    const parts = match.slice(1).map((part) => part ?? '');
    if (route.has && !route.has(parts, address)) continue;
    return { route, parts };
  }
  return null;
}

const NOTHING = /^$/;

type ReadBody<T> =
  | { readonly value: T }
  /** 400 for what the schema rejects, 413 for what is too large. */
  | { readonly status: 400 | 413; readonly message: string };

/** In bytes. */
const LIMIT = 64 * 1024;

/** A request's JSON, if it matches the schema. Reads no more than the limit. */
export async function readJson<T>(
  request: IncomingMessage,
  { schema, limit = LIMIT }: BodyRule<T>,
): Promise<ReadBody<T>> {
  // Pages of other sites can send any text, but not with this type.
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? ''))
    return { status: 400, message: 'JSON is expected.' };
  const bytes = await readUpTo(request, limit);
  if (bytes === null) return { status: 413, message: `At most ${limit} bytes are taken.` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const parsed = v.safeParse(schema, JSON.parse(text, refuseKeysOfObjects));
    if (parsed.success) return { value: parsed.output };
  } catch {
    // Invalid JSON or UTF-8, or interrupted.
  }
  return { status: 400, message: 'This is not what is expected here.' };
}

const KEYS_OF_OBJECTS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A reviver: `__proto__` or `constructor` can only be an attack. */
function refuseKeysOfObjects(key: string, value: unknown): unknown {
  if (KEYS_OF_OBJECTS.has(key)) throw new RangeError('a key that every object has');
  return value;
}

/** Null if there is more. */
async function readUpTo(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > limit) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
