import { FILE_START, type FindingArgs, finding, type Result } from '../../findings/finding.ts';
import { footnotesHeight } from '../footnotes.ts';
import { type BlockSlide, kindOf } from '../kinds/slides.ts';
import type { Page } from '../typeset/page.ts';
import { countTextLines } from '../typeset/size.ts';
import { MOST_HEADING_LINES } from './lay-out.ts';

/** Sets the slide in the largest type in which it fits. */
export function fitSingleBlock<S extends BlockSlide>(slide: S, allPages: readonly Page[]): Result<S> {
  const kind = kindOf(slide);
  // A statement has its own large type.
  const pages = allPages.filter(({ density }) => density >= 0);
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
  for (const variant of variantsOf(slide, kind.sparesPeople?.(slide) === true)) {
    for (const page of pages) {
      const { height, room } = kind.block(variant, page);
      if (height + footnotesHeight(variant, page) <= room)
        return { value: { ...variant, density: page.density }, findings: [] };
    }
  }
  const { height, room, lines, lineHeight } = kind.block(slide, last);
  const most = Math.max(0, lines - Math.ceil((height - room) / lineHeight));
  return tooLong({ what: kind.unbreakable, lines, most });
}

/**
 * What may be left out to make the rest fit, from little to much: the introduction of the speakers; a panel; people's
 * organisations and roles, which other slides have; people.
 */
function variantsOf<S extends BlockSlide>(slide: S, sparesPeople: boolean): readonly S[] {
  const { saysWho, ...fewer } = { saysWho: undefined, ...slide };
  if (saysWho)
    return [slide, ...variantsOf({ ...fewer, fact: null, sources: [] } as unknown as S, sparesPeople)];
  const people = 'people' in slide ? slide.people : [];
  const names = people.map((person) => ({ ...person, role: null, org: null }));
  const havePosts = people.some(({ role, org }) => role !== null || org !== null);
  // A long title drops the panel beside it.
  const { isPanel, ...rest } = { isPanel: undefined, ...slide };
  if (isPanel) return [slide, ...variantsOf(rest as S, sparesPeople)];
  return [
    slide,
    ...(havePosts ? [{ ...slide, people: names }] : []),
    ...(sparesPeople ? [{ ...slide, people: [] }] : []),
  ];
}
