import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import pc from 'picocolors';
import * as v from 'valibot';
import { CliError, wording } from '../../base/errors.ts';
import type { Project } from '../../base/project.ts';
import { readContentLines } from '../../content/read/content-folder.ts';
import { exportApart } from '../../export/export-apart.ts';
import { planOf } from '../../export/plan.ts';
import { errorInWords } from '../../findings/finding.ts';
import { wordFindings } from '../../findings/report/json.ts';
import { reportText } from '../../findings/report/report-text.ts';
import { type Route, route, sendText } from '../../server/routes.ts';
import { startDesktop } from '../../server/start-desktop.ts';
import type { DevSession } from '../session/dev-session.ts';
import { citedLinesOf } from '../state/cited-lines.ts';
import type { SlidePlace } from '../state/dev-state.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));
const name = v.pipe(v.string(), v.maxLength(1000));
const slidePlace = v.strictObject({ deck: name, slide: count });
const editPlace = v.union([slidePlace, v.strictObject({ file: name, line: count, column: count })]);

/** Routes for requests by the pages of `talkdeck dev`. */
export function apiRoutes(session: DevSession): readonly Route[] {
  const { project, events } = session;
  const compiled = () => session.compilation()?.decks.map(({ deck }) => deck) ?? [];
  const slideOf = ({ deck: slug, slide }: SlidePlace) => {
    const deck = compiled().find((one) => one.slug === slug);
    return deck && [deck.cover, ...deck.slides][slide - 1];
  };
  const originOf = (place: SlidePlace) => slideOf(place)?.origin;
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
    route({
      method: 'POST',
      path: /^\/@talkdeck\/edit$/,
      // The editor runs on this machine.
      who: 'here',
      kind: 'file',
      body: { schema: editPlace },
      async answer({ response, body: asked }) {
        const origin = 'deck' in asked ? originOf(asked) : asked;
        // Opens only files of the meetup.
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
      path: /^\/@talkdeck\/lines\/([^/]+)\/(\d{1,7})$/,
      // The transcript contains more than the slides show.
      who: 'device',
      kind: 'file',
      answer({ response, parts: [deck = '', slide] }) {
        const found = slideOf({ deck, slide: Number(slide) });
        if (!found) return sendProblem(response, 404, 'There is no such slide.');
        response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
        response.end(JSON.stringify(citedLinesOf(found.sources, session.transcript())));
      },
    },
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
        // One after another: what one request prints, the next finds in the cache.
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
          sendText(response, 422, errorInWords(cause).message);
        }
      },
    },
  ];
}

/** Receives where a reader has gone in a page opened by the editor. @param shown is told */
export function editorRoute(session: DevSession, shown: (place: SlidePlace) => void): Route {
  return route({
    method: 'POST',
    path: /^\/@talkdeck\/at$/,
    // The editor runs on this machine, and so does its window.
    who: 'here',
    kind: 'file',
    body: { schema: slidePlace },
    answer({ response, body: place }) {
      const deck = session.state().decks.find(({ slug }) => slug === place.deck);
      if (!deck || place.slide > deck.slides) return sendProblem(response, 404, 'There is no such slide.');
      shown(place);
      response.writeHead(204).end();
    },
  });
}

function sendProblem(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ message }));
}

/** Number of characters shown from the end of an export's findings. */
const FINDINGS_TAIL = 4_000;

/**
 * The PDF of a deck, or of the whole meetup, as made by `talkdeck export`; immediate if nothing has changed.
 * @param slug null for the whole meetup
 * @param file name of the PDF
 * @throws CliError with the reason if it cannot be made
 */
async function makePdf(
  { root, outFolder }: Project,
  slug: string | null,
  file: string,
  signal: AbortSignal,
): Promise<Buffer> {
  const names = slug === null ? [] : [slug];
  const plan = planOf({ names, products: [], shard: null, useCache: true });
  const { findings } = await exportApart(root, plan, signal);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const text = reportText(wordFindings(errors), readContentLines(root), pc.createColors(false));
    throw new CliError(wording`${text.slice(-FINDINGS_TAIL)}`);
  }
  return readFile(join(outFolder, 'pdf', file));
}

/**
 * Opens a file at a position in the editor.
 * @param file relative to the root
 * @returns the problem; null if none is known
 */
async function openInEditor(
  root: string,
  { file, line, column }: { readonly file: string; readonly line: number; readonly column: number },
): Promise<string | null> {
  const problem = await startDesktop('editor', `${join(root, file)}:${line}:${column}`);
  if (problem === '') return NO_EDITOR;
  return problem === null ? null : `The editor could not be opened: ${problem}`;
}

const NO_EDITOR =
  'No editor was found. Set the environment variable EDITOR, for instance to "code" or "vim".';
