import type { Manifest } from '../manifest.ts';

/*
 * What a browser has of an evening: for each version a cache of its own, and a note which one the pages show.
 */

/** Of the names of all caches here. */
export const PREFIX = 'talkdeck-';
/** By which an answer says which version it is of. */
export const VERSION_HEADER = 'x-talkdeck-stage';
/** The page itself, whatever slide it shows. */
export const PAGE = '/index.html';

const CURRENT = `${PREFIX}current`;
/** Where the note lies; no file of a stage has this address. */
const NOTE = '/@stage/current';

export function cacheOf(version: string): string {
  return PREFIX + version;
}

/** The version that pages show; null where none is noted. */
export async function current(): Promise<string | null> {
  const answer = await (await caches.open(CURRENT)).match(NOTE);
  return answer ? answer.text() : null;
}

/** From now on pages show this version. */
export async function note(version: string): Promise<void> {
  await (await caches.open(CURRENT)).put(NOTE, new Response(version));
}

/** Requests at a time; a browser allows six to one server. */
const AT_ONCE = 5;

/** What is known of a version, from the browser or the server. @throws where neither has it */
export async function readManifest(version: string): Promise<Manifest> {
  const url = `/@stage/${version}/manifest.json`;
  const kept =
    typeof caches === 'undefined' ? undefined : await (await caches.open(cacheOf(version))).match(url);
  const answer = kept ?? (await fetch(url));
  if (!answer.ok) throw new Error(`the server has no version ${version}`);
  return answer.json() as Promise<Manifest>;
}

/**
 * Fetches all of a version that the browser does not have yet.
 * @param progress hears how many files are there, of how many
 * @throws where the server does not answer; what is there stays
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

/** Addresses of files of a version that this browser does not have. */
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
 * The same answer, at whatever address it is asked for: what a script imports is looked up beside the address that its
 * answer has, and a version's own addresses are the server's alone.
 */
export function withoutAddress({ body, status, headers }: Response): Response {
  return new Response(body, { status, headers });
}

/** Forgets all versions but these. */
export async function forgetOthers(versions: readonly string[]): Promise<void> {
  const kept = new Set([CURRENT, ...versions.map(cacheOf)]);
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && !kept.has(name)) await caches.delete(name);
}

const WORKER = '/stage/worker.js';

/** Lets the worker answer for the pages. False where this browser, or this address, has none. */
export async function startWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  // Registering again waits for a look at the server, which may say nothing for minutes; browsers take that look anyway.
  const active = (await navigator.serviceWorker.getRegistration())?.active;
  if (active && new URL(active.scriptURL).pathname === WORKER) return true;
  await navigator.serviceWorker.register(WORKER, { scope: '/', type: 'module' });
  await navigator.serviceWorker.ready;
  return true;
}
