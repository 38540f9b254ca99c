import { isAbsolute, join, relative, resolve } from 'node:path';
import { FILE_LIMITS, type ReadRules } from '../base/read-file.ts';

export const CONTENT_FOLDER = 'content';

/** For what summaries name, and for summaries. @param kind what the file is to be */
export function contentRules(root: string, kind: keyof typeof FILE_LIMITS): ReadRules {
  return { place: { within: join(root, CONTENT_FOLDER) }, limit: FILE_LIMITS[kind] };
}

/**
 * For the transcript. In content/, where a pull request may have put it, it is a file as any other there. event.md is
 * the organiser's, and may name one anywhere else; but then that file, and no link that somebody put in its place.
 * @param path absolute
 */
export function transcriptRules(root: string, path: string): ReadRules {
  const way = relative(resolve(root, CONTENT_FOLDER), path);
  const isOutside = isAbsolute(way) || /^\.\.(?:[\\/]|$)/.test(way);
  const { place, limit } = contentRules(root, 'transcript');
  return { place: isOutside ? 'unlinked' : place, limit };
}
