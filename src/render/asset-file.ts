import { createHash } from 'node:crypto';
import { posix } from 'node:path';

/**
 * Where an image goes below slides/. Names that a URL, Markdown and Vite all take as they are stay;
 * of others only the extension does.
 * @param path below the content folder
 */
export function assetFile(path: string): string {
  if (/^\w[\w./-]*$/.test(path) && !path.includes('--') && !path.includes('..')) return path;
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return `assets/${digest}${posix.extname(path).toLowerCase()}`;
}
