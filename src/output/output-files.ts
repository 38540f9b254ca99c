import type { Assets } from '../content/asset.ts';
import { assetFile } from '../render/asset-file.ts';
import type { RenderedDeck } from '../render/render-decks.ts';

/** A file to be, below slides/. */
export interface OutputFile {
  /** With forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The decks, and beside them the images that they show, so that slides/ stands on its own. */
export function outputFiles(decks: readonly RenderedDeck[], assets: Assets): readonly OutputFile[] {
  return [
    ...decks.map(({ deck, text }) => ({ path: `${deck.slug}.md`, content: text })),
    ...[...assets].flatMap(([path, asset]) =>
      asset.state === 'ok' ? [{ path: assetFile(path), content: asset.bytes }] : [],
    ),
  ];
}
