import { posix } from 'node:path';
import { decodePercent } from './decode-percent.ts';
import type { ImageRef } from './inline.ts';

/** What became of an image that a summary names. */
export type Asset =
  | { readonly state: 'ok'; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly state: 'missing' }
  | { readonly state: 'outside' }
  | { readonly state: 'unreadable'; readonly reason: string }
  /** An SVG file that does more than show: see inspect-svg.ts. */
  | { readonly state: 'active'; readonly does: string; readonly line: number };

/** By path below the content folder. */
export type Assets = ReadonlyMap<string, Asset>;

/** Names its own scheme or host: nothing that a deck could carry along. `C:` is a drive, no scheme. */
export function isRemote(src: string): boolean {
  return /^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(src);
}

/**
 * The path of an image below the content folder: as typed it is relative to its summary, or to the
 * content folder with a leading slash. It may still point out of there: then it starts with `..`.
 * @param summary path of the summary that shows the image, relative to the root
 */
export function assetPath(summary: string, ref: ImageRef): string {
  const src = decodePercent(ref.src).replaceAll('\\', '/');
  if (/^[a-z]:/i.test(src)) return posix.join('..', src);
  const folder = posix.dirname(summary);
  const path = src.startsWith('/') ? posix.join('content', src) : posix.join(folder, src);
  return posix.relative('content', path);
}
