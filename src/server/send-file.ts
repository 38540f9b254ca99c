import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { rangeHeaders, readRange } from './ranges.ts';

/** A file, and what a browser is told that it is. */
export interface FileToSend {
  readonly body: Buffer;
  readonly contentType: string;
}

/** Answers with a file, or the part of it that was asked for, as browsers do of videos. @param headers besides */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { body, contentType }: FileToSend,
  headers: OutgoingHttpHeaders,
): void {
  const range = readRange(request.headers.range, body.length);
  const status = range === null ? 200 : range === 'outside' ? 416 : 206;
  response.writeHead(status, {
    'Content-Type': contentType,
    ...rangeHeaders(range, body.length),
    ...headers,
  });
  if (range === 'outside') response.end();
  else response.end(range === null ? body : body.subarray(range.first, range.last + 1));
}
