import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

/** What an answer is, for the browser that gets it. */
export type AnswerKind = 'page' | 'deck' | 'whole' | 'worker' | 'pdf' | 'file';

/** Whatever an answer holds, it is taken for what it says that it is, and no other site has it. */
const EVERY: OutgoingHttpHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * The headers that each answer gets before it is made, so that what is refused or fails has them, too. Only a page may
 * do anything at all: a script, a style or a picture, opened as a page of its own, stands alone in a sandbox.
 * @param isFramed whether it is for a frame in an editor's window
 */
export function answerHeaders(
  kind: AnswerKind,
  request: IncomingMessage,
  isFramed = false,
): OutgoingHttpHeaders {
  const policy = POLICIES[kind](request);
  // Which addresses an editor's window has, each editor settles for itself: the key in the page's own says enough.
  const framed = isFramed ? policy.replace(FRAME_RULE, '') : policy;
  return { ...EVERY, 'Content-Security-Policy': framed };
}

const FRAME_RULE = "; frame-ancestors 'self'";

/** Pages of our own: summaries are shown as text; should one get through all the same, it can load and run nothing. */
const PAGE = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

const POLICIES: Readonly<Record<AnswerKind, (request: IncomingMessage) => string>> = {
  page: () => PAGE,
  // Vite's client puts styles into the page; diagrams and slides have some of their own.
  deck: ({ headers: { host = '' } }) =>
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "media-src 'self' data: blob:",
      "font-src 'self' data:",
      // Not every browser counts a WebSocket as the same origin.
      `connect-src 'self' ${/^[\w.:[\]-]+$/.test(host) ? `ws://${host}` : ''}`.trim(),
      "worker-src 'self'",
      "frame-src 'self'",
      "manifest-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
    ].join('; '),
  // Pages that bring a policy of their own, as strict as they can be, whoever serves them: what no page can say itself.
  whole: () => "object-src 'none'; frame-ancestors 'self'",
  worker: () => "default-src 'none'; script-src 'self'; connect-src 'self'",
  // A browser's viewer is a page around it, and is not shown in a sandbox.
  pdf: () => "script-src 'none'; object-src 'self'; base-uri 'none'; frame-ancestors 'self'",
  file: () => "sandbox; default-src 'none'",
};
