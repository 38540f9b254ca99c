import type { IncomingMessage, ServerResponse } from 'node:http';
import type * as v from 'valibot';
import type { Role } from './check-request.ts';
import type { AnswerKind } from './server/answer-headers.ts';
import type { Address } from './server/read-address.ts';

/** A request, as a route sees it. */
export interface Asked<Body = unknown> {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly address: Address;
  /** Of the route's pattern. */
  readonly parts: readonly string[];
  /** As the route's schema gives it; null where the route takes none. */
  readonly body: Body;
}

/** Something that the server answers. What no route names is not found. */
export interface Route<Body = unknown> {
  /** GET stands for HEAD, too. */
  readonly method: 'GET' | 'POST';
  /** Of the decoded path. */
  readonly path: RegExp;
  /** Of what follows the question mark; without it nothing may. */
  readonly query?: RegExp;
  /** Whether there is something at such a path. */
  has?(parts: readonly string[], address: Address): boolean;
  /** Who may ask, at least. */
  readonly who: Role;
  /** What it answers with. Pages can be linked to by other sites. */
  readonly kind: AnswerKind;
  /** What a POST brings, as JSON; nothing unless it is told. */
  readonly body?: BodyRule<Body>;
  answer(asked: Asked<Body>): Promise<void> | void;
}

export interface BodyRule<Body> {
  readonly schema: v.GenericSchema<unknown, Body>;
  /** In bytes; 64 KB unless told otherwise. */
  readonly limit?: number;
}

/** A route with its own kind of body, for a list of them. */
export function route<Body>(made: Route<Body>): Route {
  return made as unknown as Route;
}

/** The route of a request; null where there is none. */
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
