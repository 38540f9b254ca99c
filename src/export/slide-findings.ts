import { readdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CliError, wording } from '../base/errors.ts';
import { writeFiles } from '../base/files.ts';
import type { Project } from '../base/project.ts';
import { FILE_START, type Finding, finding } from '../findings/finding.ts';
import type { AuditResult, SlideFailure, SlidePicture } from '../print/types.ts';

/** Problems of slides, as findings about their summaries. */
export function slideFindings({
  failures,
  pictures,
  blocked,
}: Pick<AuditResult, 'failures' | 'pictures' | 'blocked'>): readonly Finding[] {
  const taken = new Set(pictures.map(picturePath));
  const toFinding = (failure: SlideFailure): Finding => {
    const path = picturePath(failure);
    return ofKind(failure, taken.has(path) ? path : null);
  };
  const toThemeFinding = (url: string) => finding('templates/theme', FILE_START, 'theme-request', { url });
  return [...failures.map(toFinding), ...blocked.map(toThemeFinding)];
}

/**
 * Replaces the pictures in out/audit/ with those of slides that have findings now; removes the folder if there are
 * none.
 */
export function writePictures({ root, outFolder }: Project, pictures: readonly SlidePicture[]): void {
  removeOld(join(outFolder, 'audit'));
  writeFiles(
    realpathSync(root),
    pictures.map((picture) => ({ path: picturePath(picture), content: picture.png })),
  );
}

function ofKind({ slug, slide, origin, kind, detail }: SlideFailure, picture: string | null): Finding {
  const { file, line, made } = origin;
  const at = { line, column: 1, length: 0 };
  const args = { deck: slug, slide, detail, picture, ...(made && { made }) };
  switch (kind) {
    case 'overflow':
      return finding(file, at, 'slide-overflow', args);
    case 'overlap':
      return finding(file, at, 'slide-overlap', args);
    case 'small-text':
    case 'small-diagram':
      return finding(file, at, 'slide-small-text', { ...args, inDiagram: kind === 'small-diagram' });
    case 'contrast':
      return finding(file, at, 'slide-contrast', args);
    case 'upscaled':
      return finding(file, at, 'image-upscaled', args);
    case 'flattened':
      return finding(file, at, 'slide-flattened', args);
    default:
      return finding(file, at, 'slide-failed', { ...args, problem: kind });
  }
}

/** Path of a slide's picture: relative to the root, with forward slashes. */
function picturePath({ slug, slide }: { readonly slug: string; readonly slide: number }): string {
  return `out/audit/${slug}-${String(slide).padStart(2, '0')}.png`;
}

function removeOld(folder: string): void {
  try {
    const names = readdirSync(folder);
    const old = names.filter((name) => name.endsWith('.png'));
    for (const name of old) rmSync(join(folder, name));
    if (old.length === names.length) rmdirSync(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new CliError(
      wording`Cannot empty ${folder}: ${(cause as Error).message}`,
      wording`It holds pictures of an earlier look at the slides. Look at its permissions, or delete it.`,
      { cause },
    );
  }
}
