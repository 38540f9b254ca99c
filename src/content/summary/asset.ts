import { posix } from 'node:path';
import type { ImageRef } from './markup.ts';

/** What became of an image that a summary names. */
export type Asset =
  | {
      readonly state: 'ok';
      readonly bytes: Uint8Array;
      /** As it is shown, upright. */
      readonly width: number;
      readonly height: number;
      /** Sharp at every size, as SVG is. */
      readonly isDrawn: boolean;
      /** What an SVG file writes; null where that is nothing, and of other pictures. */
      readonly lettering: Lettering | null;
    }
  | { readonly state: 'missing' }
  | { readonly state: 'outside' }
  | { readonly state: 'unreadable'; readonly reason: string }
  /** It has the size and format of a picture, and ends, or breaks off, before it is whole. */
  | { readonly state: 'damaged' }
  /** An SVG file that does more than show: see inspect-svg.ts. */
  | { readonly state: 'active'; readonly does: string; readonly line: number };

/** Text that an SVG file sets in a font that it does not bring. The deck's fonts do not reach into a picture. */
export interface Lettering {
  readonly text: string;
  /** The first font that it names and that is none of CSS's general ones; null where there is none. */
  readonly font: string | null;
}

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

/** Where a link of a summary may lead: the web, a mailbox, or a slide of its own deck (`#its title`). */
type LinkTarget =
  | { readonly type: 'web'; readonly href: string }
  | { readonly type: 'slide'; readonly title: string }
  | { readonly type: 'refused' };

const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

export function linkTarget(href: string): LinkTarget {
  if (href.startsWith('#')) return { type: 'slide', title: decodePercent(href.slice(1)) };
  // URL parsing, not a pattern: it sees through blanks and control characters as a browser would.
  const url = URL.canParse(href) ? new URL(href) : null;
  return url && PROTOCOLS.has(url.protocol) ? { type: 'web', href: url.href } : { type: 'refused' };
}

/** `a%20b` is how Markdown writes a blank in an address; what is no such code stays as typed. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
