import type { ParsedFile } from '../parse/parse.ts';
import { assetPath } from '../summary/asset.ts';
import type { CoverPicture } from '../summary/meetup.ts';

/** What `cover` in front matter names; its pixels are measured once it is read. */
export function coverPicture({ source, frontMatter }: ParsedFile, src: string | null): CoverPicture | null {
  if (src === null) return null;
  const ref = { src, alt: '' };
  const at = frontMatter.locate(['cover'], 'value');
  return { ref, at, path: assetPath(source.path, ref), scrim: { tone: 'ink', strength: 100 } };
}
