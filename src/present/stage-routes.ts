import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { readServed } from '../print/browser/serve-folder.ts';
import type { Role } from '../server/check-request.ts';
import { type Route, route, sendText } from '../server/routes.ts';
import { sendFile } from '../server/send-file.ts';
import { NOTES_FILE } from '../slidev/plugins/notes-apart.ts';
import { remoteRoutes } from './remote-routes.ts';
import type { StageSession } from './stage-session.ts';

/** Paths of Slidev's application: a slide, all at a glance. */
const VIEW = /^\/(?:\d{1,4}|overview|entry)?$/;
/** Those with speaker notes. */
const NOTES_VIEW = /^\/(?:presenter\/\d{1,4}|notes)$/;
const VERSION = '([\\w-]{16})';

/** Routes of an evening's server: files of the build, and events. */
export function stageRoutes(session: StageSession): readonly Route[] {
  const send = async (
    request: IncomingMessage,
    response: ServerResponse,
    version: string | null,
    path: string,
  ) => {
    const stage = version === null ? session.latest() : session.stage(version);
    const file =
      stage?.manifest.files.includes(path) || path === '/index.html'
        ? stage && (await readServed(path, stage.folder))
        : null;
    if (!stage || !file) return sendText(response, 404, 'There is no such file.');
    sendFile(request, response, file, {
      // Pages store files themselves, with several versions under one address.
      'Cache-Control': 'no-cache',
      'X-Talkdeck-Stage': stage.manifest.version,
    });
  };
  const view = (path: RegExp, who: Role): Route => ({
    method: 'GET',
    path,
    // For example the click.
    query: /^/,
    who,
    kind: 'deck',
    answer: ({ request, response }) => send(request, response, null, '/index.html'),
  });
  const notes = `/${NOTES_FILE}`;
  return [
    view(VIEW, 'guest'),
    view(NOTES_VIEW, 'device'),
    ...remoteRoutes(session),
    {
      method: 'GET',
      path: /^\/remote$/,
      who: 'device',
      kind: 'page',
      answer: ({ request, response }) => send(request, response, null, '/stage/remote.html'),
    },
    {
      method: 'GET',
      path: new RegExp(`^(?:/@stage/${VERSION})?/notes\\.json$`),
      who: 'device',
      kind: 'file',
      answer: ({ request, response, parts: [version = ''] }) =>
        send(request, response, version === '' ? null : version, notes),
    },
    {
      method: 'GET',
      path: /^\/stage\/worker\.js$/,
      who: 'guest',
      kind: 'worker',
      async answer({ request, response }) {
        // It responds for all pages, wherever its script is.
        response.setHeader('Service-Worker-Allowed', '/');
        await send(request, response, null, '/stage/worker.js');
      },
    },
    route({
      method: 'POST',
      path: /^\/@stage\/ready$/,
      who: 'here',
      kind: 'file',
      body: { schema: v.strictObject({ version: v.pipe(v.string(), v.regex(/^[\w-]{16}$/)) }) },
      answer({ response, body: { version } }) {
        session.ready(version);
        response.writeHead(204).end();
      },
    }),
    {
      method: 'GET',
      path: new RegExp(`^/@stage/${VERSION}/manifest\\.json$`),
      who: 'guest',
      kind: 'file',
      answer({ response, parts: [version = ''] }) {
        const stage = session.stage(version);
        if (!stage) return sendText(response, 404, 'There is no such version.');
        response.writeHead(200, {
          'Content-Type': 'application/json',
          'Cache-Control': 'no-cache',
        });
        response.end(JSON.stringify(stage.manifest));
      },
    },
    {
      method: 'GET',
      // Stored by a browser with its headers, so that its policy stays the same.
      path: new RegExp(`^/@stage/${VERSION}/index\\.html$`),
      who: 'guest',
      kind: 'deck',
      answer: ({ request, response, parts: [version = ''] }) =>
        send(request, response, version, '/index.html'),
    },
    {
      method: 'GET',
      path: new RegExp(`^/@stage/${VERSION}(/.+)$`, 's'),
      who: 'guest',
      kind: 'file',
      answer: ({ request, response, parts: [version = '', path = ''] }) =>
        send(request, response, version, path),
    },
    {
      method: 'GET',
      path: /^(\/.+\.\w+)$/s,
      who: 'guest',
      kind: 'file',
      answer: ({ request, response, parts: [path = ''] }) => send(request, response, null, path),
    },
  ];
}
