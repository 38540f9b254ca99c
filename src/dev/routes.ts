import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request, as a route sees it. */
export interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Of the route's pattern, decoded. */
  readonly parts: readonly string[];
}

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  answer(asked: Asked): Promise<void> | void;
}

/** The route of a request; null where there is none. */
export function findRoute(
  routes: readonly Route[],
  { method = 'GET', url = '/' }: IncomingMessage,
): { readonly route: Route; readonly parts: readonly string[] } | null {
  const [path = ''] = url.split('?');
  for (const route of routes) {
    const match = route.path.exec(path);
    if (match && (route.method === method || (route.method === 'GET' && method === 'HEAD'))) {
      const parts = match.slice(1).map((part) => decode(part ?? ''));
      if (!parts.includes(null)) return { route, parts: parts.filter((part) => part !== null) };
    }
  }
  return null;
}

/** Null for what is no text. */
function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
