import { FILE_START, type FindingArgs, finding, type Result } from '../../findings/finding.ts';
import { type SingleBlockSlide, singleBlock } from '../kinds/single-block.ts';
import type { Page } from '../typeset/page.ts';
import { countTextLines } from '../typeset/size.ts';
import { MOST_HEADING_LINES } from './lay-out.ts';

/** The slide in the largest type that lets it fit. */
export function fitSingleBlock<S extends SingleBlockSlide>(slide: S, pages: readonly Page[]): Result<S> {
  const last = pages.at(-1);
  if (!last) return { value: slide, findings: [] };
  const tooLong = (args: FindingArgs['text-too-long']): Result<S> => {
    const { file, line } = slide.origin;
    return {
      value: { ...slide, density: last.density },
      findings: [finding(file, { ...FILE_START, line }, 'text-too-long', args)],
    };
  };
  if (slide.kind === 'question') {
    // It is the heading of each answer too.
    const lines = countTextLines(slide.title, last.scale.answerHeading, last.box.width, last);
    if (lines > MOST_HEADING_LINES) return tooLong({ what: 'question', lines, most: MOST_HEADING_LINES });
  }
  for (const variant of [slide, ...withoutPeople(slide)]) {
    for (const page of pages) {
      const { height, room } = singleBlock(variant, page);
      if (height <= room) return { value: { ...variant, density: page.density }, findings: [] };
    }
  }
  const { height, room, lines, lineHeight } = singleBlock(slide, last);
  const most = Math.max(0, lines - Math.ceil((height - room) / lineHeight));
  return tooLong({ what: slide.kind === 'cover' ? 'title' : slide.kind, lines, most });
}

/** Of a crowd, a cover names nobody: other slides do. The one of the whole meetup need not name anybody. */
function withoutPeople<S extends SingleBlockSlide>(slide: S): readonly S[] {
  if (!('people' in slide)) return [];
  const isFront = slide.kind === 'cover' && slide.event === null;
  return isFront || slide.people.length > A_FEW ? [{ ...slide, people: [] }] : [];
}

/** As many fit on any cover. */
const A_FEW = 3;
