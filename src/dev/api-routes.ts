import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { CliError } from '../cli-error.ts';
import { lookCss } from '../render/look-css.ts';
import type { DevSession } from './dev-session.ts';
import type { SlidePlace } from './dev-state.ts';
import { makePdf } from './make-pdf.ts';
import { openInEditor } from './open-in-editor.ts';
import { sendText } from './page-routes.ts';
import { type Route, route } from './routes.ts';

const STYLES = fileURLToPath(new URL('../../templates/theme/styles', import.meta.url));

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));
const name = v.pipe(v.string(), v.maxLength(1000));
const slidePlace = v.strictObject({ deck: name, slide: count });
const editPlace = v.union([slidePlace, v.strictObject({ file: name, line: count, column: count })]);

/** What the pages of `talkdeck dev` ask for. */
export function apiRoutes(session: DevSession): readonly Route[] {
  const { project, events } = session;
  const compiled = () => session.compilation()?.decks.map(({ deck }) => deck) ?? [];
  const originOf = ({ deck: slug, slide }: SlidePlace) => {
    const deck = compiled().find((one) => one.slug === slug);
    return deck && [deck.cover, ...deck.slides][slide - 1]?.origin;
  };
  let printing: Promise<unknown> = Promise.resolve();

  return [
    {
      method: 'GET',
      path: /^\/@talkdeck\/events$/,
      who: 'guest',
      kind: 'file',
      answer({ request, response }) {
        if (request.method === 'HEAD') response.end();
        else events.add(response, [{ name: 'state', data: session.state() }]);
      },
    },
    {
      method: 'GET',
      path: /^\/@talkdeck\/look\.css$/,
      who: 'guest',
      kind: 'file',
      async answer({ response }) {
        const names = ['tokens.css', 'look-quiet.css', 'look-bold.css'];
        const own = session.compilation()?.front.deck.look;
        const styles = await Promise.all(names.map((name) => readFile(`${STYLES}/${name}`, 'utf8')));
        response.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' });
        response.end([...styles, own ? lookCss({ ...own, fonts: {} }) : ''].join('\n'));
      },
    },
    route({
      method: 'POST',
      path: /^\/@talkdeck\/edit$/,
      // The editor is on the machine that serves.
      who: 'here',
      kind: 'file',
      body: { schema: editPlace },
      async answer({ response, body: asked }) {
        const origin = 'deck' in asked ? originOf(asked) : asked;
        // No other file is opened than one of the meetup's.
        const isKnown = origin && session.files().has(origin.file);
        if (!isKnown) return sendProblem(response, 404, 'There is no such place in content/.');
        const problem = await openInEditor(project.root, { column: 1, ...origin });
        if (problem !== null) return sendProblem(response, 502, problem);
        response.writeHead(204).end();
      },
    }),
    route({
      method: 'POST',
      path: /^\/@talkdeck\/show$/,
      who: 'device',
      kind: 'file',
      body: { schema: slidePlace },
      async answer({ response, body: asked }) {
        if (!originOf(asked)) return sendProblem(response, 404, 'There is no such slide.');
        events.send({ name: 'show', data: asked });
        response.writeHead(204).end();
      },
    }),
    {
      method: 'GET',
      path: /^\/@talkdeck\/pdf\/(?:([^/]+)\.pdf)?$/,
      who: 'guest',
      kind: 'pdf',
      async answer({ response, parts: [name = ''] }) {
        const front = session.compilation()?.front.deck.slug;
        if (front === undefined) return sendText(response, 404, 'There are no decks yet.');
        if (name === '') {
          response.writeHead(302, { Location: `/@talkdeck/pdf/${encodeURIComponent(front)}.pdf` }).end();
          return;
        }
        if (name !== front && !compiled().some(({ slug }) => slug === name))
          return sendText(response, 404, `There is no deck "${name}".`);
        const stopped = new AbortController();
        response.on('close', () => stopped.abort());
        // One after the other: what the first one prints, the next one finds.
        const pdf = printing.then(() =>
          makePdf(project, name === front ? null : name, `${name}.pdf`, stopped.signal),
        );
        printing = pdf.catch(() => {});
        try {
          const body = await pdf;
          response
            .writeHead(200, { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-cache' })
            .end(body);
        } catch (cause) {
          if (stopped.signal.aborted) return;
          if (!(cause instanceof CliError)) throw cause;
          sendText(response, 422, cause.message);
        }
      },
    },
  ];
}

function sendProblem(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ message }));
}
