import { type Person, type SlideOf, text } from '../deck.ts';
import { breakText } from '../flow/break-text.ts';
import { type Breakable, mapBreakable, stack } from '../flow/breakable.ts';
import { FACTS, LIST, PERSON_HEIGHT } from '../typeset/canvas.ts';
import { measureText } from '../typeset/measure-text.ts';
import type { Page } from '../typeset/page.ts';
import { countTextLines, textHeight, widestText } from '../typeset/size.ts';

/** Beside the facts: a large portrait, and name and post below it, in pixels. */
const PROFILE = {
  width: 240,
  portrait: 200,
  gap: 16,
  margin: 8,
  name: { size: 32, lineHeight: 40, bold: true },
};

export function speakerFlow(
  slide: SlideOf<'speaker'>,
  page: Page,
  room: number,
): Breakable<SlideOf<'speaker'>> {
  const beside = profileHeight(slide.person, page);
  const width = FACTS.width - LIST.indent;
  const facts = slide.facts.map((fact) => breakText(fact, { type: page.scale.body, width, room, page }));
  if (facts.length === 0) {
    return { pieces: 1, height: () => beside, breakCost: () => 0, cut: () => slide };
  }
  const flow = mapBreakable(stack(facts, { gap: () => LIST.gap }), (layers) => ({
    ...slide,
    facts: layers.map(({ value }) => value),
  }));
  return { ...flow, height: (start, end) => Math.max(beside, flow.height(start, end)) };
}

/** A monogram with its gap, and what stands behind the name, in pixels. */
const BESIDE_NAME = 48 + 12 + 8;
const NAME_SIZE = 24;

export interface PersonSize {
  /** On one line, in pixels. */
  readonly width: number;
  readonly height: number;
}

/** A person's line: monogram or portrait, name, then organisation and role in small type. @param width in pixels */
export function personSize(person: Person, withPost: boolean, width: number, page: Page): PersonSize {
  const { small } = page.scale;
  const nameStyle = { size: NAME_SIZE, bold: true, mono: false, own: page.fonts.bold, chinese: page.chinese };
  const name = measureText(person.name, nameStyle);
  const post = withPost ? [person.org, person.role].filter((part) => part !== null).join(' \u00b7 ') : '';
  const postStyle = { ...nameStyle, size: small.size, bold: false, own: page.fonts.regular };
  const postWidth = post === '' ? 0 : measureText(` ${post}`, postStyle);
  const own = BESIDE_NAME + name;
  if (own + postWidth <= width) return { width: own + postWidth, height: PERSON_HEIGHT };
  const nameLines = countTextLines(
    text(person.name),
    { ...small, size: NAME_SIZE, bold: true },
    width - BESIDE_NAME,
    page,
  );
  const nameHeight = Math.max(PERSON_HEIGHT, nameLines * NAME_LINE);
  // What is beside the name takes lines of its own.
  const postLines = post === '' ? 0 : countTextLines(text(post), small, width, page);
  return { width, height: nameHeight + postLines * small.lineHeight };
}

/** Most persons take one line, which can be seen without measuring. */
export function isNarrow({ name, org, role }: Person, { box }: Page): boolean {
  const widest = widestText(name) + widestText(`${org ?? ''}${role ?? ''}`) + 3;
  return BESIDE_NAME + widest * NAME_SIZE < box.width;
}

/** No theme sets a name's lines further apart, in pixels. */
const NAME_LINE = 36;

function profileHeight({ name, org, role }: Person, page: Page): number {
  const { width, portrait, gap, margin } = PROFILE;
  const own = portrait + gap + textHeight(text(name), PROFILE.name, width, page) + margin;
  const post = [org, role].filter((part) => part !== null).join(' \u00b7 ');
  return post === '' ? own : own + textHeight(text(post), page.scale.small, width, page);
}
