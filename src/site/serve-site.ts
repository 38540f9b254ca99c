import { statSync } from 'node:fs';
import { join } from 'node:path';
import { contentType } from '../base/media-type.ts';
import { FILE_LIMITS, readFile } from '../base/read-file.ts';
import type { AnswerKind } from '../server/answer-headers.ts';
import { type Gate, gateOf, makePassword } from '../server/check-request.ts';
import { listen } from '../server/listen.ts';
import { type Asked, type Route, sendText } from '../server/routes.ts';
import { sendFile } from '../server/send-file.ts';
import { PLACES } from './site-places.ts';
import { isOfSite } from './write-site.ts';

export interface ServeSiteRequest {
  /** Absolute path of the site. */
  readonly folder: string;
  /** Base path of the published site, such as `/shipping-night/`. */
  readonly base: string;
  readonly host: string;
  /** The first port to try. */
  readonly port: number;
}

export interface ServedSite {
  readonly port: number;
  /** Occupied ports. */
  readonly taken: readonly number[];
  readonly gate: Gate;
}

/**
 * Serves a site as a host does, at the same path on this machine; what `talkdeck site` writes meanwhile is served at
 * once.
 * @param stopped ends it when aborted
 * @throws CliError if no port is free, or the address is not one of this machine's
 */
export async function serveSite(
  { folder, base, host, port }: ServeSiteRequest,
  started: (site: ServedSite) => void,
  stopped: Promise<void>,
): Promise<void> {
  const gate = gateOf(host, makePassword);
  const server = await listen(siteRoutes(folder, base), { host, port, gate });
  try {
    started({ ...server, gate });
    await stopped;
  } finally {
    await server.close();
  }
}

/** @param folder absolute @param base as in the request */
export function siteRoutes(folder: string, base: string): readonly Route[] {
  const below = (path: string) => (path.startsWith(base) ? path.slice(base.length) : null);
  const isThere = (path: string) => {
    try {
      return statSync(join(folder, path)).isFile();
    } catch {
      return false;
    }
  };
  const bytesOf = (path: string) => {
    const read = readFile(join(folder, path), { place: { within: folder }, limit: FILE_LIMITS.other });
    return read.state === 'ok' ? read.value : null;
  };
  const answer = ({ request, response, address }: Asked) => {
    const path = fileAt(below(address.path) ?? '');
    const body = bytesOf(path);
    if (body === null) return sendText(response, 404, 'There is no such file.');
    // A browser revalidates each time, so that it never shows an earlier site.
    sendFile(request, response, { body, contentType: contentType(path) }, { 'Cache-Control': 'no-cache' });
  };
  const files = (kind: AnswerKind, isMeant: (path: string) => boolean): Route => ({
    method: 'GET',
    path: ANY,
    query: /^/,
    has(_parts, { path: asked }) {
      const path = below(asked);
      return path !== null && isMeant(fileAt(path)) && isThere(fileAt(path));
    },
    who: 'guest',
    kind,
    answer,
  });
  return [
    // Foreign files in the folder are shown, but sandboxed.
    files('whole', (path) => path.endsWith('.html') && isOfSite(folder, path)),
    files('worker', (path) => path === 'worker.js' && isOfSite(folder, path)),
    files('pdf', (path) => path.endsWith('.pdf')),
    files('file', () => true),
    {
      method: 'GET',
      path: ANY,
      query: /^/,
      who: 'guest',
      kind: 'whole',
      answer({ response, address: { path } }) {
        // As hosts do for a folder without its slash.
        const inside = below(`${path}/`);
        const to =
          path === '/' && base !== '/'
            ? base
            : inside !== null && isThere(fileAt(inside))
              ? `${path}/`
              : null;
        if (to !== null) {
          response.writeHead(302, { Location: encodeURI(to), 'Cache-Control': 'no-store' }).end();
          return;
        }
        response.writeHead(404, { 'Content-Type': contentType(PLACES.lost), 'Cache-Control': 'no-store' });
        response.end(bytesOf(PLACES.lost) ?? '');
      },
    },
  ];
}

const ANY = /^\//;

/** Resolves a folder to its page. */
function fileAt(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
