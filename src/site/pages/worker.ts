/*
 * A service worker: pages loaded once are available without a network. With one, everything comes from the server, so
 * that nothing is stale; responses are stored if they belong to this version of the site.
 */

/** Type of worker events; the compiler only knows those of windows. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
const worker = self as unknown as {
  skipWaiting(): Promise<void>;
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
  readonly clients: { claim(): Promise<void> };
  addEventListener(name: 'install' | 'activate', hear: (event: WorkerEvent) => void): void;
  addEventListener(name: 'message', hear: (event: WorkerEvent & MessageEvent) => void): void;
  addEventListener(name: 'fetch', hear: (event: FetchEvent) => void): void;
};

declare global {
  /** Digests of the site's files by path, written above this script; null if nothing is to be stored. */
  var talkdeckFiles: Readonly<Record<string, string>> | null;
}

const SCOPE = worker.registration.scope;
const CACHE = `talkdeck ${SCOPE}`;
const files = new Map(Object.entries(talkdeckFiles ?? {}));

/** Stored with the first page: everything to read. Slides are stored with their deck, files when they are requested. */
const AT_ONCE = /^(?!slides\/|app\/|files\/|404\.html|media\/.+\.(?:webm|mp4)$)/;

worker.addEventListener('install', (event) =>
  event.waitUntil(Promise.all([keep((path) => AT_ONCE.test(path)), worker.skipWaiting()])),
);
worker.addEventListener('activate', (event) =>
  event.waitUntil(talkdeckFiles === null ? leave() : Promise.all([forget(), worker.clients.claim()])),
);
worker.addEventListener('message', (event) => {
  const [, deck] = /^slides\/([^/]+)\//.exec(pathOf(String(event.data)) ?? '') ?? [];
  if (deck === undefined) return;
  event.waitUntil(
    keep((path) => path.startsWith(`slides/${deck}/`) || /^app\/.+(?<!\.ttf|\.woff)$/.test(path)),
  );
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  if (request.method === 'GET' && path !== null && files.has(path) && !request.headers.has('range'))
    event.respondWith(answer(event, path));
});

async function answer(event: FetchEvent, path: string): Promise<Response> {
  try {
    const response = await fetch(event.request);
    if (response.ok) event.waitUntil(put(path, response.clone()).catch(() => {}));
    return response;
  } catch (cause) {
    const kept = await (await caches.open(CACHE)).match(keyOf(path));
    if (kept) return kept;
    throw cause;
  }
}

/** Fetches missing files of this version. Any that fail are stored when they are requested. */
async function keep(isWanted: (path: string) => boolean): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const path of [...files.keys()].filter(isWanted)) {
    if (await cache.match(keyOf(path))) continue;
    const response = await fetch(addressOf(path), { cache: 'no-cache' }).catch(() => null);
    if (response?.ok) await put(path, response).catch(() => {});
  }
}

/** Stores a response, unless it belongs to another version. */
async function put(path: string, response: Response): Promise<void> {
  const bytes = await response.arrayBuffer();
  if ((await digestOf(bytes)) !== files.get(path)) return;
  // A new response, because a redirected one may not be used for a page.
  const type = response.headers.get('content-type') ?? '';
  await (await caches.open(CACHE)).put(
    keyOf(path),
    new Response(bytes, { headers: { 'content-type': type } }),
  );
}

/** Like base/changed.ts: SHA-256 in base64url. */
async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const text = btoa(String.fromCharCode(...digest));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '').slice(0, 16);
}

/** Deletes files of earlier versions. */
async function forget(): Promise<void> {
  const cache = await caches.open(CACHE);
  const wanted = new Set([...files.keys()].map((path) => keyOf(path)));
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}

async function leave(): Promise<void> {
  await caches.delete(CACHE);
  await worker.registration.unregister();
}

/** Path of a file of the site, adding `index.html` or `.html` where the host omits it. Null for other addresses. */
function pathOf(address: string): string | null {
  const url = new URL(address);
  const home = new URL(SCOPE);
  if (url.origin !== home.origin || !url.pathname.startsWith(home.pathname)) return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname.slice(home.pathname.length));
  } catch {
    return null;
  }
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  return files.has(path) || !files.has(`${path}.html`) ? path : `${path}.html`;
}

function addressOf(path: string): string {
  return new URL(path.split('/').map(encodeURIComponent).join('/'), SCOPE).href;
}

function keyOf(path: string): string {
  return `${addressOf(path)}?${files.get(path)}`;
}

export {};
