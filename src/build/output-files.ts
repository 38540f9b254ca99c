import { type Memory, NO_MEMORY } from '../base/memory.ts';
import type { Assets } from '../content/summary/asset.ts';
import type { FontFiles, Look } from '../content/summary/meetup.ts';
import { assetFile, lookCss } from '../render/look-css.ts';
import type { RenderedDeck } from '../render/render-decks.ts';
import { signText } from './sign-text.ts';

/** A file to write, below slides/. */
export interface OutputFile {
  /** With forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * The decks with their style sheet, images and fonts, so that slides/ is self-contained.
 * @param memory of earlier runs
 */
export function outputFiles(
  decks: readonly RenderedDeck[],
  look: Look,
  assets: Assets,
  fontFiles: FontFiles,
  memory: Memory = NO_MEMORY,
): readonly OutputFile[] {
  return [
    ...decks.map(({ deck: { slug }, text }) => ({
      path: `${slug}.md`,
      content: memory.recall(`signed ${slug}`, text, () => signText(text, 'md')),
    })),
    { path: 'style.css', content: signText(lookCss(look), 'css') },
    ...[...assets, ...fontFiles].flatMap(([path, asset]) =>
      asset.state === 'ok' ? [{ path: assetFile(path), content: asset.bytes }] : [],
    ),
  ];
}
