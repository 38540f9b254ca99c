import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

/** What a response is, for the browser that gets it. */
export type AnswerKind = 'page' | 'deck' | 'whole' | 'worker' | 'pdf' | 'file';

/** Any response is treated as its declared type, and not available to other sites. */
const EVERY: OutgoingHttpHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/**
 * Headers that each response gets before it is made, so that refusals and failures have them, too. Only a page may do
 * anything at all: a script, style or picture opened as a page is sandboxed.
 * @param isFramed whether it is for a frame in an editor's window
 */
export function answerHeaders(
  kind: AnswerKind,
  request: IncomingMessage,
  isFramed = false,
): OutgoingHttpHeaders {
  const policy = POLICIES[kind](request);
  // Each editor decides which addresses its window has: the key in the page's address is enough.
  const framed = isFramed ? policy.replace(FRAME_RULE, '') : policy;
  return { ...EVERY, 'Content-Security-Policy': framed };
}

const FRAME_RULE = "; frame-ancestors 'self'";

/** Our own pages: summaries are shown as text; even if markup got through, it could load and run nothing. */
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
  // Vite's client adds styles to the page; diagrams and slides have their own.
  deck: ({ headers: { host = '' } }) =>
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "media-src 'self' data: blob:",
      "font-src 'self' data:",
      // Not every browser treats a WebSocket as the same origin.
      `connect-src 'self' ${/^[\w.:[\]-]+$/.test(host) ? `ws://${host}` : ''}`.trim(),
      "worker-src 'self'",
      "frame-src 'self'",
      "manifest-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
    ].join('; '),
  // Pages with their own strict policy, whoever serves them: adds what a page cannot declare itself.
  whole: () => "object-src 'none'; frame-ancestors 'self'",
  worker: () => "default-src 'none'; script-src 'self'; connect-src 'self'",
  // A browser's PDF viewer is a page around it, and does not work in a sandbox.
  pdf: () => "script-src 'none'; object-src 'self'; base-uri 'none'; frame-ancestors 'self'",
  file: () => "sandbox; default-src 'none'",
};
