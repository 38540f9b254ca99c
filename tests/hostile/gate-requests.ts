import fc from 'fast-check';
import { SEED } from './seed.ts';

/** A request as sent, byte by byte. */
export interface OddRequest {
  readonly bytes: Buffer;
  /** For the message of a failing test. */
  readonly told: string;
  /** Whether the server may close the connection without a normal response: a WebSocket, a tunnel, or not HTTP. */
  readonly mayHangUp: boolean;
}

/** The decks' real paths, and endpoints that Slidev, Vite and their plugins have or had. */
const PATHS = [
  '/',
  '/moderate',
  '/DECK',
  '/DECK/',
  '/DECK/1',
  '/DECK/presenter/2',
  '/DECK/overview',
  '/DECK/notes',
  '/DECK/@vite/client',
  '/DECK/@slidev/configs',
  '/DECK/@slidev/slides',
  '/DECK/@slidev/slides/1/md',
  '/DECK/@slidev/slides/9999/md',
  '/DECK/@slidev/title-renderer.md',
  '/DECK/@slidev/monaco-types',
  '/DECK/@slidev-monaco-types/load',
  '/DECK/@slidev-monaco-types/resolve',
  '/DECK/@server-reactive/nav',
  '/DECK/@server-reactive/drawings',
  '/DECK/@server-reactive/snapshots',
  '/DECK/@server-reactive/__proto__/NODE_OPTIONS',
  '/DECK/@server-ref/nav',
  '/DECK/@server-ref/__proto__/x',
  '/DECK/__slidev/slides/1.json',
  '/DECK/__open-in-editor',
  '/DECK/__inspect/',
  '/DECK/__unocss',
  '/DECK/__mcp',
  '/DECK/DECK.md',
  '/DECK/DECK.md__slidev_1.md',
  '/DECK/DECK.md__slidev_1.frontmatter',
  '/DECK/style.css',
  '/DECK/package.json',
  '/DECK/assets/photo.png',
  '/DECK/index.html',
  '/DECK/@id/__x00__/__uno.css',
  '/DECK/@id/__x00__plugin-vue:export-helper',
  '/DECK/@id/~icons/carbon/sun',
  '/DECK/@id/virtual:icons/x/y',
  '/DECK/@fs/etc/hostname',
  '/DECK/@fs/etc/passwd',
  '/DECK/@fs/proc/self/environ',
  '/DECK/@fsROOT/secret.md',
  '/DECK/@fsROOT/content/secret.md',
  '/DECK/@fsTHEME/package.json',
  '/DECK/@fsTHEME/layouts/cover.vue',
  '/DECK/@fsTHEME/layouts/none.vue',
  '/DECK/node_modules/.slidev/virtual/import-glob.0123456789.ts',
  '/@talkdeck/shared/events-worker.js',
  '/@talkdeck/look.css',
  '/@talkdeck/fonts.css',
  '/@talkdeck/font/inter/inter-latin-400-normal.woff2',
  '/@talkdeck/font/../x.woff2',
  '/@talkdeck/show',
  '/@talkdeck/edit',
  '/none/',
];
const QUERIES = [
  '',
  '',
  '?raw',
  '?url',
  '?import',
  '?import&raw',
  '?t=1',
  '?v=01234567',
  '?diff',
  '?vue&type=style&index=0&lang.css',
  '?vue&type=style&index=99&lang.css',
  '?vue&type=script&lang.ts',
  '?vue&type=template',
  '?html-proxy&index=0.js',
  '?worker',
  '?inline',
  '?root=ROOT/content&name=x',
  '?pkg=vue&importer=ROOT',
  '?file=ROOT/secret.md:1',
  '?clicks=99',
  '?password=x',
  '?__proto__=1',
  '?%',
  '?x=%00',
];
/** Fragments to insert into a path, encoded or not. */
const PIECES = [
  '..',
  '/../',
  '%2e%2e/',
  '..%2f',
  '..%5c',
  '\\',
  '%252e%252e%252f',
  '//',
  '/./',
  '%00',
  '%',
  '%ff',
  '%c0%af',
  '%e9%92%b1',
  '%u002e',
  '\u00e9',
  '\u0001',
  '\t',
  ' ',
  '#',
  '?',
  ';',
  '@fs',
  '__proto__',
  'constructor',
  "'+import('/@fs/etc/hostname?raw')+'",
  '%27%2Bimport(%27%2F%40fs%2Fetc%2Fhostname%3Fraw%27)%2B%27',
  '$%7bprocess.exit()%7d',
  '<script>',
  'a'.repeat(5000),
];
const NAV =
  '{"source":"a","data":{"page":1,"clicks":0,"timer":{"status":"stopped","slides":{},"startedAt":0,"pausedAt":0}},"timestamp":1}';
const BODIES = [
  '',
  '{bad',
  'null',
  '[]',
  '0',
  '"__UNDEFINED___"',
  NAV,
  NAV.replace('"page"', '"__proto__":{"polluted":"yes"},"page"'),
  NAV.replace('"slides":{}', '"slides":{"__proto__":{"polluted":"yes"}}'),
  NAV.replace('"page":1', '"page":1e999'),
  '{"source":"a","patch":{"1":"<path d=\\"M0,0\\"></path>"},"timestamp":1}',
  '{"source":"a","patch":{"1":"<img src=x onerror=alert(1)>"},"timestamp":1}',
  '{"source":"a","patch":{"__proto__":{"polluted":"yes"}},"timestamp":1}',
  '{"data":"--import=data:text/javascript,process.exit()"}',
  '{"patch":{"polluted":"yes"}}',
  '{"deck":"DECK","slide":1}',
  '{"deck":"__proto__","slide":1}',
  '{"file":"../../etc/passwd","line":1,"column":1}',
  '{"content":"x","note":"x","frontmatter":{"layout":"x"}}',
  '['.repeat(40_000),
  `{"a":${'{"a":'.repeat(9_000)}`,
  'x'.repeat(70_000),
  '\u00ff\u00fe\u0000',
];
const HEADERS = [
  'content-type: application/json',
  'content-type: application/json; charset=utf-16',
  'content-type: text/plain',
  'origin: http://localhost:PORT',
  'origin: https://evil.invalid',
  'origin: null',
  'host: evil.invalid',
  'sec-fetch-site: cross-site',
  'sec-fetch-mode: navigate',
  'sec-fetch-dest: document',
  'sec-fetch-dest: script',
  'accept: text/html',
  'accept: text/css',
  'accept: */*',
  'range: bytes=0-1',
  'range: bytes=x',
  'if-none-match: *',
  'if-none-match: W/"1"',
  'x-http-method-override: PUT',
  'x-forwarded-host: evil.invalid',
  'x-original-url: /etc/passwd',
  'cookie: talkdeck=x; talkdeck',
  'expect: 100-continue',
  'expect: x',
  'upgrade: websocket',
  'upgrade: h2c',
  'connection: upgrade',
  'sec-websocket-protocol: vite-hmr',
  'sec-websocket-protocol: vite-ping',
  'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
  'sec-websocket-version: 13',
  'content-length: x',
  'transfer-encoding: x',
  `x: ${'x'.repeat(20_000)}`,
  'x y: z',
];
const METHODS = [
  'PUT',
  'DELETE',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'QUERY',
  'get',
  'X',
  'G T',
  '',
];

/** Values for the placeholders in capitals. */
export interface GateTarget {
  readonly PORT: string;
  readonly DECK: string;
  readonly ROOT: string;
  readonly THEME: string;
}

const oneOf = (texts: readonly string[]) => fc.constantFrom(...texts);

/** Requests as pages send them, except for the body. */
const meant = fc.record({
  method: fc.constant('POST'),
  path: oneOf(['/DECK/@server-reactive/nav', '/DECK/@server-reactive/drawings', '/@talkdeck/show']),
  query: fc.constant(''),
  odd: fc.constant<[number, string][]>([]),
  encoded: fc.constant<number[]>([]),
  body: oneOf(BODIES),
  headers: fc.constant<string[]>([]),
  isJson: fc.constant(true),
});

const request = fc.record({
  method: fc.oneof(
    { weight: 6, arbitrary: fc.constant('GET') },
    { weight: 4, arbitrary: fc.constant('POST') },
    { weight: 1, arbitrary: fc.constant('HEAD') },
    { weight: 2, arbitrary: oneOf(METHODS) },
  ),
  path: fc.oneof(
    { weight: 9, arbitrary: oneOf(PATHS) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `/${text}`) },
  ),
  query: oneOf(QUERIES),
  odd: fc.array(fc.tuple(fc.nat(), oneOf(PIECES)), { maxLength: 2 }),
  encoded: fc.array(fc.nat(), { maxLength: 3 }),
  body: oneOf(BODIES),
  headers: fc.uniqueArray(oneOf(HEADERS), { maxLength: 4 }),
  isJson: fc.boolean(),
});

/** Malformed requests, mixed with some well-formed ones. */
export function oddRequests(count: number, target: GateTarget): readonly OddRequest[] {
  return fc
    .sample(fc.oneof({ weight: 5, arbitrary: request }, { weight: 1, arbitrary: meant }), {
      seed: SEED,
      numRuns: count,
    })
    .map((made) => {
      const fill = (text: string) =>
        text.replaceAll(/PORT|DECK|ROOT|THEME/g, (word) => target[word as keyof GateTarget]);
      let path = fill(made.path);
      for (const at of made.encoded) {
        const index = 1 + (at % path.length);
        const character = path[index];
        if (character !== undefined && character < '\u0080')
          path = `${path.slice(0, index)}%${character.charCodeAt(0).toString(16).padStart(2, '0')}${path.slice(index + 1)}`;
      }
      for (const [at, piece] of made.odd) {
        const index = at % (path.length + 1);
        path = path.slice(0, index) + fill(piece) + path.slice(index);
      }
      const address = path + fill(made.query);
      const body = Buffer.from(fill(made.body), 'latin1');
      const own = made.headers.map(fill);
      const has = (name: string) => own.some((line) => line.toLowerCase().startsWith(`${name}:`));
      const lines = [
        `${made.method} ${address} HTTP/1.1`,
        ...(has('host') ? [] : [`host: localhost:${target.PORT}`]),
        ...(has('connection') ? [] : ['connection: close']),
        ...(has('content-length') || has('transfer-encoding') ? [] : [`content-length: ${body.length}`]),
        ...(made.isJson && !has('content-type') ? ['content-type: application/json'] : []),
        ...own,
      ];
      const bytes = Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'utf8'), body]);
      const told = `${made.method} ${address.slice(0, 200)} [${own.join(' | ').slice(0, 200)}] ${made.body.slice(0, 60)}`;
      const mayHangUp = has('upgrade') || has('connection') || made.method === 'CONNECT';
      return { bytes, told, mayHangUp };
    });
}
