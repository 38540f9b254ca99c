/*
 * A service worker: once a browser has stored a whole evening, its pages come from there, whatever happens to the
 * server. The browser notes which version they show, because a page of another one would request files that differ.
 */

import { rangeHeaders, readRange } from '../../server/ranges.ts';
import { cacheOf, current, note, PAGE, PREFIX, VERSION_HEADER, withoutAddress } from './kept.ts';

/** Type of worker events; the compiler only knows those of windows. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request;
  readonly resultingClientId: string;
  respondWith(answer: Promise<Response>): void;
}
interface Client {
  readonly id: string;
}
const worker = self as unknown as {
  skipWaiting(): Promise<void>;
  readonly registration: { unregister(): Promise<boolean> };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: {
      readonly type: 'window';
      readonly includeUncontrolled: boolean;
    }): Promise<readonly Client[]>;
  };
  addEventListener(name: 'install' | 'activate', hear: (event: WorkerEvent) => void): void;
  addEventListener(name: 'fetch', hear: (event: FetchEvent) => void): void;
};

/** Silence of the server, in milliseconds, after which the stored page is used. */
const PATIENCE_MS = 3_000;

/** The remote control's page, which is useless without the server. */
const REMOTE = '/remote';

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = url.origin === location.origin && !url.pathname.startsWith('/@') && url.pathname !== REMOTE;
  if (request.method !== 'GET' || !isOurs) return;
  event.respondWith(request.mode === 'navigate' ? answerPage(event) : answerFile(request, url.pathname));
});

async function answerPage({ request, resultingClientId }: FetchEvent): Promise<Response> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const isAlone = windows.every(({ id }) => id === resultingClientId);
  const kept = await keptPage();
  // Windows open at the same time show one version. The first one gets what the server has now.
  if (kept && !isAlone) return kept;
  try {
    const answer = await (kept ? soon(fetch(request)) : fetch(request));
    if (!answer.ok && kept) return kept;
    const version = answer.headers.get(VERSION_HEADER);
    if (version !== null) await note(version);
    // Another program uses the port now.
    else if (answer.ok) await leave();
    return answer;
  } catch (cause) {
    if (kept) return kept;
    throw cause;
  }
}

/** @throws if it takes too long */
function soon(answer: Promise<Response>): Promise<Response> {
  return new Promise((resolve, reject) => {
    answer.then(resolve, reject);
    setTimeout(() => reject(new Error('the server says nothing')), PATIENCE_MS);
  });
}

async function keptPage(): Promise<Response | undefined> {
  const version = await current();
  return version === null ? undefined : (await caches.open(cacheOf(version))).match(PAGE);
}

async function answerFile(request: Request, path: string): Promise<Response> {
  const version = await current();
  if (version === null) return fetch(request);
  const found = await (await caches.open(cacheOf(version))).match(path);
  const range = request.headers.get('range');
  if (found && range !== null) return partOf(found, range);
  return found ?? withoutAddress(await fetch(`/@stage/${version}${path}`));
}

/** A range of a file that is stored whole: videos can only be wound forward if ranges are served. */
async function partOf(whole: Response, asked: string): Promise<Response> {
  const blob = await whole.blob();
  const range = readRange(asked, blob.size);
  const headers = new Headers(whole.headers);
  for (const [name, value] of Object.entries(rangeHeaders(range, blob.size))) headers.set(name, value);
  headers.delete('content-length');
  if (range === null) return new Response(blob, { headers });
  if (range === 'outside') return new Response(null, { status: 416, headers });
  return new Response(blob.slice(range.first, range.last + 1, blob.type), { status: 206, headers });
}

async function leave(): Promise<void> {
  await worker.registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
}
