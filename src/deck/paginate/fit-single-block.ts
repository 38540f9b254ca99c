import { FILE_START, type FindingArgs, finding, type Result } from '../../findings/finding.ts';
import { type BlockSlide, kindOf } from '../kinds/slides.ts';
import type { Page } from '../typeset/page.ts';
import { countTextLines } from '../typeset/size.ts';
import { MOST_HEADING_LINES } from './lay-out.ts';

/** Sets the slide in the largest type in which it fits. */
export function fitSingleBlock<S extends BlockSlide>(slide: S, pages: readonly Page[]): Result<S> {
  const kind = kindOf(slide);
  const last = pages.at(-1);
  if (!last) return { value: slide, findings: [] };
  const tooLong = (args: FindingArgs['text-too-long']): Result<S> => {
    const { file, line } = slide.origin;
    return {
      value: { ...slide, density: last.density },
      findings: [finding(file, { ...FILE_START, line }, 'text-too-long', args)],
    };
  };
  if (kind.headsAnswers) {
    const lines = countTextLines(slide.title, last.scale.answerHeading, last.box.width, last);
    if (lines > MOST_HEADING_LINES)
      return tooLong({ what: kind.unbreakable, lines, most: MOST_HEADING_LINES });
  }
  for (const variant of kind.sparesPeople?.(slide) ? [slide, { ...slide, people: [] }] : [slide]) {
    for (const page of pages) {
      const { height, room } = kind.block(variant, page);
      if (height <= room) return { value: { ...variant, density: page.density }, findings: [] };
    }
  }
  const { height, room, lines, lineHeight } = kind.block(slide, last);
  const most = Math.max(0, lines - Math.ceil((height - room) / lineHeight));
  return tooLong({ what: kind.unbreakable, lines, most });
}
