import { formatCitation } from '../../content/parse/citation.ts';
import { isPhotograph } from '../../content/summary/asset.ts';
import { plainText } from '../../content/summary/markup.ts';
import type { Section, ThemeName } from '../../content/summary/meetup.ts';
import { citationsOf } from '../../content/summary/statements.ts';
import { type SectionSlide, sectionKindOf } from '../kinds/slides.ts';
import type { SlidePosition } from '../slide.ts';

/**
 * Slides for a summary's sections, before pagination.
 * @param file path of the summary, relative to the root
 */
export function modelSections(
  file: string,
  summarized: readonly Section[],
  theme: ThemeName,
): readonly SectionSlide[] {
  const sections = theme === 'vivid' ? summarized.map(enlarged) : summarized;
  const isPause = ({ shape, isOpening }: Section) => isOpening || sectionKindOf(shape).isPause;
  const isCounted = (section: Section) => !section.isContinued && !isPause(section);
  const total = sections.filter(isCounted).length;
  let index = 0;
  return sections.map((section) => {
    if (isPause(section)) return modelSection(file, section, null);
    // A continuation has the position of its section.
    index = Math.max(section.isContinued ? index : index + 1, 1);
    return modelSection(file, section, { label: plainText(section.title.inlines), index, total });
  });
}

/** In the vivid look a single photograph fills its slide, unless its author sets a width. */
function enlarged(section: Section): Section {
  const { shape, lead, aside, hasFootnotes } = section;
  if (hasFootnotes) return section;
  if (shape.kind !== 'figure' || lead !== null || aside !== null || shape.caption !== null) return section;
  const { image } = shape;
  if (image.width !== undefined || !isPhotograph(image.src)) return section;
  return { ...section, shape: { kind: 'full', image, line: null } };
}

function modelSection(file: string, section: Section, place: SlidePosition | null): SectionSlide {
  const { shape } = section;
  const base = {
    place,
    density: 0,
    title: section.title.inlines,
    lead: section.lead?.inlines ?? null,
    aside: section.aside?.inlines ?? null,
    part: null,
    anchors: section.anchors,
    notes: section.notes,
    sources: citationsOf(section.statements).map(formatCitation),
    origin: { file, line: section.lines.first },
    ...(section.hasFootnotes ? { hasFootnotes: true as const } : {}),
  } as const;
  return { ...base, ...sectionKindOf(shape).fromShape(shape) };
}
