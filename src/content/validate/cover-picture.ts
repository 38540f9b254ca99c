import type { FieldPath } from '../parse/front-matter.ts';
import type { ParsedFile } from '../parse/parse.ts';
import { assetPath } from '../summary/asset.ts';
import type { CoverPicture, PlacedLogo } from '../summary/meetup.ts';

/** The picture that `cover` in front matter names; its pixels are measured once it is read. */
export function coverPicture({ source, frontMatter }: ParsedFile, src: string | null): CoverPicture | null {
  if (src === null) return null;
  const ref = { src, alt: '' };
  const at = frontMatter.locate(['cover'], 'value');
  return { ref, at, path: assetPath(source.path, ref), scrim: { tone: 'ink', strength: 100 } };
}

/** A logo that front matter names. @param name whose it is */
export function placedLogo(
  { source, frontMatter }: ParsedFile,
  src: string | null,
  path: FieldPath,
  name: string,
): PlacedLogo | null {
  if (src === null) return null;
  const ref = { src, alt: name };
  const logo = { path: assetPath(source.path, ref), name, colors: [], ratio: 1, density: 1 };
  return { ref, at: frontMatter.locate(path, 'value'), logo };
}
