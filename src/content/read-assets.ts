import { readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { imageSize } from 'image-size';
import { type Asset, type Assets, assetPath, isRemote } from './asset.ts';
import { imagesOf } from './inlines.ts';
import type { Meetup } from './meetup.ts';
import { CONTENT_FOLDER } from './read.ts';

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const NO_IMAGE = 'it is no PNG, JPEG, GIF, WebP, AVIF or SVG file';

/** Reads every image that the meetup's summaries name. */
export function readAssets(root: string, { event, talks, exchanges }: Meetup): Assets {
  const folder = join(root, CONTENT_FOLDER);
  const assets = new Map<string, Asset>();
  for (const { source, ref } of [event, ...talks, ...exchanges].flatMap(imagesOf)) {
    if (isRemote(ref.src)) continue;
    const path = assetPath(source.path, ref);
    if (!assets.has(path)) assets.set(path, readAsset(folder, path));
  }
  return assets;
}

function readAsset(folder: string, path: string): Asset {
  if (leaves(path)) return { state: 'outside' };
  if (!IMAGE.test(path)) return { state: 'unreadable', reason: NO_IMAGE };
  let bytes: Uint8Array;
  try {
    // A link inside the folder may point anywhere.
    if (leaves(relative(realpathSync(folder), realpathSync(join(folder, path))))) {
      return { state: 'outside' };
    }
    bytes = readFileSync(join(folder, path));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { state: 'missing' }
      : { state: 'unreadable', reason: message };
  }
  try {
    const { width, height } = imageSize(bytes);
    return { state: 'ok', bytes, width, height };
  } catch {
    return { state: 'unreadable', reason: NO_IMAGE };
  }
}

function leaves(path: string): boolean {
  return path === '..' || path.startsWith('../') || path.startsWith(`..${sep}`);
}
