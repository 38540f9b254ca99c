import type { Manifest } from '../manifest.ts';
import { missingFiles } from './kept.ts';
import type { Check, CheckName } from './words.ts';

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const VIDEO = /\.(?:mp4|webm)$/i;
/** Time limit for a video to show something, in milliseconds. */
const VIDEO_MS = 20_000;

/**
 * Checks everything that an evening needs, in this browser, with what it has stored.
 * @param errors current positions of errors in content/
 * @param phones number of phones with control; null if none can connect
 */
export async function checkEvening(
  evening: Manifest,
  errors: readonly string[],
  phones: number | null,
): Promise<readonly Check[]> {
  const check = (name: CheckName, count: number, faults: readonly string[]): Check => ({
    name,
    count,
    faults,
    isGood: faults.length === 0,
  });
  const can = (name: CheckName, isGood: boolean): Check => ({ name, isGood, count: 0, faults: [] });
  const filesOf = (kind: RegExp) => evening.files.filter((path) => kind.test(path));
  const [pictures, videos, fonts] = [filesOf(PICTURE), filesOf(VIDEO), [...document.fonts]];
  return [
    check('decks', evening.decks.length, errors),
    check('kept', evening.files.length, await missingFiles(evening)),
    check('fonts', fonts.length, [...new Set(await faultsOf(fonts, (font) => font.load(), nameOf))]),
    check('pictures', pictures.length, await faultsOf(pictures, drawPicture)),
    check('videos', videos.length, await faultsOf(videos, startVideo)),
    can('browser', isKnown()),
    can('wakeLock', await canStayAwake()),
    can('secondScreen', (screen as Screen & { readonly isExtended?: boolean }).isExtended === true),
    ...(phones === null ? [] : [{ ...can('phones', phones > 0), count: phones }]),
  ];
}

/** The names of those that fail. */
async function faultsOf<T>(
  all: readonly T[],
  attempt: (each: T) => Promise<unknown>,
  name: (each: T) => string = String,
): Promise<string[]> {
  const settled = await Promise.allSettled(all.map(attempt));
  return all.filter((_, index) => settled[index]?.status === 'rejected').map(name);
}

function nameOf({ family }: FontFace): string {
  return family.replace(/^["']|["']$/g, '');
}

function drawPicture(path: string): Promise<void> {
  const image = new Image();
  image.src = encodeURI(path);
  return image.decode();
}

function startVideo(path: string): Promise<void> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  return new Promise<void>((resolve, reject) => {
    video.addEventListener('loadeddata', () => resolve());
    video.addEventListener('error', () => reject(new Error(path)));
    setTimeout(() => reject(new Error(path)), VIDEO_MS);
    video.src = encodeURI(path);
  }).finally(() => video.removeAttribute('src'));
}

/** Browsers in which an evening was tested: Chromium and its derivatives, and Firefox. */
function isKnown(): boolean {
  return /(?:Chrome|Firefox)\/\d/.test(navigator.userAgent);
}

async function canStayAwake(): Promise<boolean> {
  try {
    await (await navigator.wakeLock.request('screen')).release();
    return true;
  } catch {
    return false;
  }
}
