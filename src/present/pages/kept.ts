import type { Manifest } from '../manifest.ts';

/*
 * What a browser stores of an evening: a cache per version, and a note of the version that pages show.
 */

/** Prefix of the names of all caches here. */
export const PREFIX = 'talkdeck-';
/** Response header with the version. */
export const VERSION_HEADER = 'x-talkdeck-stage';
/** The page itself, whatever slide it shows. */
export const PAGE = '/index.html';

const CURRENT = `${PREFIX}current`;
/** Address of the note; no file of a stage has it. */
const NOTE = '/@stage/current';

export function cacheOf(version: string): string {
  return PREFIX + version;
}

/** The version that pages show; null if none is noted. */
export async function current(): Promise<string | null> {
  const answer = await (await caches.open(CURRENT)).match(NOTE);
  return answer ? answer.text() : null;
}

/** Makes pages show this version from now on. */
export async function note(version: string): Promise<void> {
  await (await caches.open(CURRENT)).put(NOTE, new Response(version));
}

/** Requests at a time; a browser allows six to one server. */
const AT_ONCE = 5;

/** The manifest of a version, from the browser or the server. @throws if neither has it */
export async function readManifest(version: string): Promise<Manifest> {
  const url = `/@stage/${version}/manifest.json`;
  const kept =
    typeof caches === 'undefined' ? undefined : await (await caches.open(cacheOf(version))).match(url);
  const answer = kept ?? (await fetch(url));
  if (!answer.ok) throw new Error(`the server has no version ${version}`);
  return answer.json() as Promise<Manifest>;
}

/**
 * Fetches everything of a version that the browser does not have yet.
 * @param progress gets the number of files present and in total
 * @throws if the server does not answer; what was fetched stays
 */
export async function keepVersion(
  { version, files }: Manifest,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const cache = await caches.open(cacheOf(version));
  const manifest = `/@stage/${version}/manifest.json`;
  const wanted = [...(await missingFiles({ version, files: [...files, manifest] }))];
  const total = files.length + 1;
  let done = total - wanted.length;
  progress(done, total);
  const fetchNext = async (): Promise<void> => {
    for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
      const answer = await fetch(path === manifest ? path : `/@stage/${version}${encodeURI(path)}`);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      await cache.put(encodeURI(path), withoutAddress(answer));
      done += 1;
      progress(done, total);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
}

/** Addresses of a version's files that this browser does not have. */
export async function missingFiles({
  version,
  files,
}: Pick<Manifest, 'version' | 'files'>): Promise<readonly string[]> {
  if (typeof caches === 'undefined') return files;
  const there = new Set(
    (await (await caches.open(cacheOf(version))).keys()).map(({ url }) => new URL(url).pathname),
  );
  return files.filter((path) => !there.has(encodeURI(path)));
}

/**
 * The same response without its own address: a script's imports are resolved against the address of its response, and a
 * version's own addresses exist only on the server.
 */
export function withoutAddress({ body, status, headers }: Response): Response {
  return new Response(body, { status, headers });
}

/** Deletes all versions but these. */
export async function forgetOthers(versions: readonly string[]): Promise<void> {
  const kept = new Set([CURRENT, ...versions.map(cacheOf)]);
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && !kept.has(name)) await caches.delete(name);
}

const WORKER = '/stage/worker.js';

/** Lets the worker respond for the pages. False if this browser, or this address, does not support it. */
export async function startWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  // Registering again waits for the server, which may not answer for minutes; browsers check for updates anyway.
  const active = (await navigator.serviceWorker.getRegistration())?.active;
  if (active && new URL(active.scriptURL).pathname === WORKER) return true;
  await navigator.serviceWorker.register(WORKER, { scope: '/', type: 'module' });
  await navigator.serviceWorker.ready;
  return true;
}
