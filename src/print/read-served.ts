import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

export interface ServedFile {
  readonly body: Buffer;
  readonly contentType: string;
}

/**
 * The file of a folder that an address names: a path without an extension is the application (`index.html`). Null
 * where there is none, where the address is no text, and where the path leaves the folder.
 */
export async function readServed(pathname: string, folder: string): Promise<ServedFile | null> {
  const path = decode(pathname);
  if (path === null) return null;
  const extension = extname(path);
  const file = normalize(join(folder, extension ? path : 'index.html'));
  const body = file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null;
  return body && { body, contentType: TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream' };
}

/** Null for what is no text, such as `%ff`. */
function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
