import { posix } from 'node:path';
import type { ImageRef } from './markup.ts';

/** A picture or video named in a summary, or why it cannot be used. */
export type Asset =
  | {
      readonly state: 'ok';
      readonly bytes: Uint8Array;
      /** Upright, as shown. */
      readonly width: number;
      readonly height: number;
      /** Sharp at every size, as SVG is. */
      readonly isDrawn: boolean;
      /** Text in an SVG file that depends on other fonts; null if there is none, and for other pictures. */
      readonly lettering: Lettering | null;
      /** A video's codec; none for pictures. */
      readonly codec?: VideoCodec;
    }
  | { readonly state: 'missing' }
  | { readonly state: 'outside' }
  | { readonly state: 'unreadable'; readonly reason: string }
  /** It has the size and format of a picture, but is truncated or corrupt. */
  | { readonly state: 'damaged' }
  /** A video that is too large, or that browsers do not play. */
  | { readonly state: 'unplayable'; readonly reason: string }
  /** An SVG file that does more than show: see inspect-svg.ts. */
  | { readonly state: 'active'; readonly does: string; readonly line: number };

/** Text in an SVG file set in a font that it does not embed. The deck's fonts do not apply inside a picture. */
export interface Lettering {
  readonly text: string;
  /** The first font that it names, apart from CSS's generic families; null if there is none. */
  readonly font: string | null;
}

/** What all browsers play, except that H.264 needs a licence. */
export type VideoCodec = 'H.264' | 'VP8' | 'VP9' | 'AV1';

/** By path below the content folder. */
export type Assets = ReadonlyMap<string, Asset>;

/** Whether an image's address is that of a video, which plays in place of the image. */
export function isVideo(src: string): boolean {
  return /\.(?:mp4|webm)$/i.test(src);
}

/** Whether an image's address is that of a photograph, by its format; drawings and screens are in others. */
export function isPhotograph(src: string): boolean {
  return /\.(?:jpe?g|webp|avif)$/i.test(src);
}

/** Whether an address has a scheme or host, and so cannot be part of a deck. `C:` is a drive, not a scheme. */
export function isRemote(src: string): boolean {
  return /^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(src);
}

/**
 * Path of an image below the content folder. As typed it is relative to its summary, or with a leading slash to the
 * content folder. It may still lead outside, in which case it starts with `..`.
 * @param summary path of the summary that shows the image, relative to the root
 */
export function assetPath(summary: string, ref: ImageRef): string {
  const src = decodePercent(ref.src).replaceAll('\\', '/');
  if (/^[a-z]:/i.test(src)) return posix.join('..', src);
  const folder = posix.dirname(summary);
  const path = src.startsWith('/') ? posix.join('content', src) : posix.join(folder, src);
  return posix.relative('content', path);
}

/** Where a summary's link may lead: the web, a mailbox, or a slide of the same deck (`#its title`). */
type LinkTarget =
  | { readonly type: 'web'; readonly href: string }
  | { readonly type: 'slide'; readonly title: string }
  | { readonly type: 'refused' };

const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

export function linkTarget(href: string): LinkTarget {
  if (href.startsWith('#')) return { type: 'slide', title: decodePercent(href.slice(1)) };
  // Parsed as a URL, because a pattern would miss spaces and control characters that browsers ignore.
  const url = URL.canParse(href) ? new URL(href) : null;
  return url && PROTOCOLS.has(url.protocol) ? { type: 'web', href: url.href } : { type: 'refused' };
}

/** Decodes `a%20b`, Markdown's spelling of a space in addresses; invalid escapes stay as typed. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
