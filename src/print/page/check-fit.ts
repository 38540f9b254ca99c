import type { Found, PageTools, SlideView } from './audited-slide.ts';
import type { PageElement } from './dom.ts';

/**
 * Content that is larger than its box, runs over the edge of the slide, into the footer or out of a box in the
 * content. Only the first of these is told, since the others follow from it. Runs in the browser.
 */
export function checkFit(view: SlideView, tools: PageTools): Found[] {
  const { container, texts, pictures, footer, size } = view;
  const found = (detail: string): Found[] => [{ kind: 'overflow', detail }];
  const tolerance = 1; // sizes are rounded to whole pixels
  const excess = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: PageElement) => {
    const [high, wide] = [scrollHeight - clientHeight, scrollWidth - clientWidth];
    const parts = [high > tolerance && `${high} px higher`, wide > tolerance && `${wide} px wider`];
    return parts.filter(Boolean).join(' and ');
  };
  // The slide itself, its layout, the part of the layout that is above the footer, and what stands in that:
  // a list that has to shrink would run over the paragraph below it. The innermost tells it best.
  const boxes = '[data-slidev-no], .slidev-layout, .slide-content, .slide-content > *';
  const whole = [...container.querySelectorAll(boxes)].map(excess).findLast((part) => part !== '');
  if (whole) return found(`the content is ${whole} than its box`);

  const things = [
    ...texts
      .filter(({ zone }) => zone !== 'mark')
      .flatMap((text) => text.boxes.map((box) => ({ ...text, box, name: tools.quote(text.text) }))),
    ...pictures
      .filter(({ inContent }) => inContent)
      .map(({ box, name }) => ({ box, name: `the picture ${name}`, zone: 'body', room: null, clip: size })),
  ];
  const allowance = 2; // the ink of a letter may lean out of its box
  const furthest = (measure: (thing: (typeof things)[number]) => number) => {
    const [first] = things
      .map((thing) => ({ name: thing.name, px: Math.round(measure(thing)) }))
      .sort((a, b) => b.px - a.px);
    return first && first.px > allowance ? first : null;
  };
  const outside = furthest(({ box }) => tools.excess(box, size));
  if (outside) return found(`${outside.name} runs ${outside.px} px over the edge of the slide`);
  const isContent = (zone: string) => zone !== 'footer' && zone !== 'other';
  const under = furthest(({ box, zone }) => (footer && isContent(zone) ? tools.shared(box, footer) : 0));
  if (under) return found(`${under.name} runs into the footer`);
  // What is cut off is for checkClipping to tell.
  const out = furthest(({ box, room, clip }) => {
    return room && tools.excess(box, clip) <= allowance ? tools.excess(box, room) : 0;
  });
  return out ? found(`${out.name} runs ${out.px} px out of its box`) : [];
}
