import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { BrowserContext, Route } from 'playwright-core';
import { contentType } from '../../base/media-type.ts';

/** No such host can exist (RFC 6761), so that nothing can leave the machine even if interception failed. */
export const ORIGIN = 'https://talkdeck.invalid';

/** Requests of a page being served. */
export interface ServedRequests {
  /** Number of unanswered requests. */
  pending: number;
  /** Addresses of other origins; none was fetched. */
  readonly blocked: Set<string>;
  /** Addresses of this origin that are not in the folder. */
  readonly missing: Set<string>;
}

/**
 * Answers every request of the context from a folder, without a server or a port: a path without an extension is the
 * application (`index.html`), and other origins are blocked.
 */
export async function serveFolder(context: BrowserContext, folder: string): Promise<ServedRequests> {
  const requests: ServedRequests = { pending: 0, blocked: new Set(), missing: new Set() };
  await context.route('**/*', async (route) => {
    requests.pending += 1;
    try {
      await answer(route, folder, requests);
    } catch {
      // The page was closed while waiting for the answer.
    } finally {
      requests.pending -= 1;
    }
  });
  await context.routeWebSocket(/.*/, (socket) => {
    requests.blocked.add(socket.url());
    void socket.close();
  });
  return requests;
}

export interface ServedFile {
  readonly body: Buffer;
  readonly contentType: string;
}

/**
 * The file for an address: a path without an extension is the application (`index.html`). Null if there is none, if the
 * address cannot be decoded, or if the path leaves the folder.
 */
export async function readServed(pathname: string, folder: string): Promise<ServedFile | null> {
  const path = decode(pathname);
  if (path === null) return null;
  const extension = extname(path);
  const file = normalize(join(folder, extension ? path : 'index.html'));
  const body = file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null;
  return body && { body, contentType: contentType(file) };
}

async function answer(route: Route, folder: string, requests: ServedRequests): Promise<void> {
  const url = new URL(route.request().url());
  if (url.origin !== ORIGIN) {
    requests.blocked.add(url.href);
    return route.abort('blockedbyclient');
  }
  const served = await readServed(url.pathname, folder);
  if (!served) {
    requests.missing.add(url.href);
    return route.fulfill({ status: 404 });
  }
  return route.fulfill({ ...served });
}

/** Null if invalid, such as `%ff`. */
function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
