import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { rangeHeaders, readRange } from './ranges.ts';

/** A file with its content type. */
export interface FileToSend {
  readonly body: Buffer;
  readonly contentType: string;
}

/** Responds with a file, or the requested part of it, as browsers need for videos. @param headers additional ones */
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
