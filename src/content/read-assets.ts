import { join } from 'node:path';
import { imageSize } from 'image-size';
import type { Memory } from '../memory.ts';
import { type Asset, type Assets, assetPath, isRemote } from './asset.ts';
import { imagesOf } from './inlines.ts';
import type { Meetup } from './meetup.ts';
import { CONTENT_FOLDER } from './place-of.ts';
import { type FileBelow, readBelow } from './read-below.ts';

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const NO_IMAGE = 'it is no PNG, JPEG, GIF, WebP, AVIF or SVG file';

/** Reads every image that the meetup's summaries name. @param memory of the times before */
export function readAssets(root: string, { event, talks, exchanges }: Meetup, memory: Memory): Assets {
  const folder = join(root, CONTENT_FOLDER);
  const assets = new Map<string, Asset>();
  for (const { source, ref } of [event, ...talks, ...exchanges].flatMap(imagesOf)) {
    if (isRemote(ref.src)) continue;
    const path = assetPath(source.path, ref);
    if (!assets.has(path)) {
      assets.set(path, memory.recall(`asset ${path}`, readBelow(folder, path, IMAGE, memory), toAsset));
    }
  }
  return assets;
}

function toAsset(file: FileBelow): Asset {
  if (file.state === 'misnamed') return { state: 'unreadable', reason: NO_IMAGE };
  if (file.state !== 'ok') return file;
  try {
    const { width, height } = imageSize(file.bytes);
    return { ...file, width, height };
  } catch {
    return { state: 'unreadable', reason: NO_IMAGE };
  }
}
