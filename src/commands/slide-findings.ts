import { type Diagnostic, error, FILE_START, warning } from '../diagnostics/diagnostic.ts';
import type { AuditResult, SlideFailure } from '../print/print-decks.ts';
import { picturePath } from './picture-path.ts';

/** What was found on slides, as findings about their summaries. */
export function slideFindings({
  failures,
  pictures,
  blocked,
}: Pick<AuditResult, 'failures' | 'pictures' | 'blocked'>): readonly Diagnostic[] {
  const taken = new Set(pictures.map(picturePath));
  const toFinding = (failure: SlideFailure): Diagnostic => {
    const path = picturePath(failure);
    return ofKind(failure, taken.has(path) ? path : null);
  };
  const toThemeFinding = (url: string) => warning('templates/theme', FILE_START, 'theme-request', { url });
  return [...failures.map(toFinding), ...blocked.map(toThemeFinding)];
}

function ofKind({ slug, slide, origin, kind, detail }: SlideFailure, picture: string | null): Diagnostic {
  const { file, line } = origin;
  const at = { line, column: 1, length: 0 };
  const args = { deck: slug, slide, detail, picture };
  switch (kind) {
    case 'overflow':
      return error(file, at, 'slide-overflow', args);
    case 'overlap':
      return error(file, at, 'slide-overlap', args);
    case 'small-text':
    case 'small-diagram':
      return error(file, at, 'slide-small-text', { ...args, inDiagram: kind === 'small-diagram' });
    case 'contrast':
      return error(file, at, 'slide-contrast', args);
    case 'upscaled':
      return warning(file, at, 'image-upscaled', args);
    case 'flattened':
      return warning(file, at, 'slide-flattened', args);
    default:
      return error(file, at, 'slide-failed', { ...args, problem: kind });
  }
}
