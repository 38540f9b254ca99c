import * as v from 'valibot';
import { qrSvg } from '../render/qr-code.ts';
import { type Route, route, sendText } from '../server/routes.ts';
import type { Shown, Steer } from './manifest.ts';
import type { StageSession } from './stage-session.ts';

const no = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999));

const SHOWN: v.GenericSchema<unknown, Shown> = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^[\w-]{16}$/)),
  slide: no,
  click: no,
  clicks: no,
  cover: v.nullable(
    v.variant('kind', [
      v.strictObject({ kind: v.picklist(['black', 'white']) }),
      v.strictObject({
        kind: v.literal('break'),
        index: no,
        until: v.nullable(v.pipe(v.number(), v.finite())),
      }),
    ]),
  ),
});

const STEER: v.GenericSchema<unknown, Steer> = v.variant('do', [
  v.strictObject({ do: v.picklist(['next', 'back', 'black']) }),
  v.strictObject({ do: v.literal('go'), slide: no }),
]);

/**
 * Messages to and from the windows of this machine, phones and guests. Guests receive what is shown, and send nothing.
 */
export function remoteRoutes(session: StageSession): readonly Route[] {
  const { relay } = session;
  return [
    {
      method: 'GET',
      path: /^\/@stage\/events$/,
      who: 'here',
      kind: 'file',
      answer({ request, response }) {
        if (request.method === 'HEAD') response.end();
        else relay.openDesk(response);
      },
    },
    {
      method: 'GET',
      path: /^\/@stage\/shown$/,
      who: 'guest',
      kind: 'file',
      answer({ request, response, role }) {
        if (request.method === 'HEAD') response.end();
        else relay.openRemote(response, role);
      },
    },
    told(/^\/@stage\/shown$/, 'here', SHOWN, relay.show),
    told(/^\/@stage\/steer$/, 'device', STEER, relay.steer),
    {
      method: 'GET',
      // They contain the passwords.
      path: /^\/@stage\/code\/(guest|device)\.svg$/,
      who: 'here',
      kind: 'file',
      answer({ response, parts: [kind] }) {
        const phones = session.phones();
        if (!phones) return sendText(response, 404, 'No other machine can come in.');
        response.writeHead(200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'no-store' });
        const svg = qrSvg(kind === 'device' ? phones.device : phones.guest);
        response.end(svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '));
      },
    },
  ];
}

function told<T>(
  path: RegExp,
  who: Route['who'],
  schema: v.GenericSchema<unknown, T>,
  hear: (body: T) => void,
): Route {
  return route({
    method: 'POST',
    path,
    who,
    kind: 'file',
    body: { schema },
    answer({ response, body }) {
      hear(body);
      response.writeHead(204).end();
    },
  });
}
