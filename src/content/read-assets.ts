import { join } from 'node:path';
import { imageSize } from 'image-size';
import { FileReader, whyNotRead } from '../base/read-file.ts';
import type { Memory } from '../memory.ts';
import { type Asset, type Assets, assetPath, isRemote } from './asset.ts';
import { CONTENT_FOLDER, contentRules } from './content-folder.ts';
import { imagesOf } from './inlines.ts';
import { inspectSvg } from './inspect-svg.ts';
import type { Meetup } from './meetup.ts';

const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const NO_IMAGE: Asset = { state: 'unreadable', reason: 'it is no PNG, JPEG, GIF, WebP, AVIF or SVG file' };

/** Reads every image that the meetup's summaries name. @param memory of the times before */
export function readAssets(root: string, { event, talks, exchanges }: Meetup, memory: Memory): Assets {
  const files = new FileReader(memory);
  const assets = new Map<string, Asset>();
  for (const { source, ref } of [event, ...talks, ...exchanges].flatMap(imagesOf)) {
    if (isRemote(ref.src)) continue;
    const path = assetPath(source.path, ref);
    if (!assets.has(path)) assets.set(path, readAsset(root, path, files));
  }
  return assets;
}

function readAsset(root: string, path: string, files: FileReader): Asset {
  if (!IMAGE.test(path)) return /^\.\.(?:\/|$)/.test(path) ? { state: 'outside' } : NO_IMAGE;
  const file = join(root, CONTENT_FOLDER, path);
  const read = files.read(file, contentRules(root, 'image'), `asset ${path}`, (bytes) =>
    toAsset(path, bytes),
  );
  switch (read.state) {
    case 'ok':
      return read.value;
    case 'outside':
    case 'linked':
      return { state: 'outside' };
    case 'missing':
    case 'broken-link':
      return { state: 'missing' };
    default:
      return { state: 'unreadable', reason: whyNotRead(read) };
  }
}

function toAsset(path: string, bytes: Uint8Array): Asset {
  let size: ReturnType<typeof imageSize>;
  try {
    size = imageSize(bytes);
  } catch {
    return NO_IMAGE;
  }
  const { width, height, type } = size;
  // Under either name a browser may take it for one.
  const fault = type === 'svg' || /\.svg$/i.test(path) ? inspectSvg(bytes) : null;
  return fault ?? { state: 'ok', bytes, width, height };
}
