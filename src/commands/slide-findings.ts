import { FILE_START, type Finding, finding } from '../findings/finding.ts';
import type { AuditResult, SlideFailure } from '../print/print-decks.ts';
import { picturePath } from './picture-path.ts';

/** What was found on slides, as findings about their summaries. */
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

function ofKind({ slug, slide, origin, kind, detail }: SlideFailure, picture: string | null): Finding {
  const { file, line } = origin;
  const at = { line, column: 1, length: 0 };
  const args = { deck: slug, slide, detail, picture };
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
