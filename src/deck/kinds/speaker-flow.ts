import type { Person, SlideOf } from '../deck.ts';
import { breakText } from '../flow/break-text.ts';
import { type Breakable, mapBreakable } from '../flow/breakable.ts';
import { stack } from '../stack.ts';
import { text } from '../text.ts';
import { FACTS, LIST } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { textHeight } from '../typeset/size.ts';

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

function profileHeight({ name, org, role }: Person, page: Page): number {
  const { width, portrait, gap, margin } = PROFILE;
  const own = portrait + gap + textHeight(text(name), PROFILE.name, width, page) + margin;
  const post = [org, role].filter((part) => part !== null).join(' \u00b7 ');
  return post === '' ? own : own + textHeight(text(post), page.scale.small, width, page);
}
