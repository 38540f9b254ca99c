import type { Font } from '../fonts/font.ts';

/** What became of a font file that event.md names. */
export type FontFile =
  | { readonly state: 'ok'; readonly bytes: Uint8Array; readonly font: Font }
  | { readonly state: 'unusable'; readonly reason: string };

/** By path below the content folder. */
export type FontFiles = ReadonlyMap<string, FontFile>;
