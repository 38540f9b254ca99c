import type { Box } from './audited-slide.ts';
import type { PageElement, PageGlobals, PageStyle } from './dom.ts';
import type { SlideParts, Surroundings } from './read-slide.ts';

/** What holds inside of an element, from what holds around it. Runs in the browser. */
export function surround(
  element: PageElement,
  style: PageStyle,
  above: Surroundings,
  parts: SlideParts,
): Surroundings {
  const { DOMMatrix } = globalThis as unknown as PageGlobals;
  const tag = element.tagName.toLowerCase();
  const drawn = element.namespaceURI === 'http://www.w3.org/2000/svg';
  const common = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const factor = ({ a, b, c, d }: { a: number; b: number; c: number; d: number }) =>
    Math.sqrt(Math.abs(a * d - b * c));

  const isContent =
    element.matches('.slide-content') ||
    (element.matches('.slidev-layout') && !element.querySelector('.slide-content'));
  let { zone, reading, code, scale, block } = above;
  if (isContent) zone = 'body';
  else if (tag === 'footer' || element.matches('.slide-footer')) zone = 'footer';
  else if (tag === 'svg') zone = /^(?:footer|other)$/.test(zone) ? zone : 'diagram';
  else if (tag === 'h1') zone = 'heading';
  else if (zone === 'heading' && /^(?:small|sup|sub)$/.test(tag)) zone = 'body';
  if (/^(?:p|li|td|blockquote|h[1-4])$/.test(tag)) reading = zone === 'body' || zone === 'heading';
  else if (/^(?:svg|small|footer)$/.test(tag)) reading = false;
  if (tag === 'pre') code = true;

  // Only what draws SVG knows the scale of its user units; it counts from the screen.
  const matrix = drawn ? element.getScreenCTM?.() : null;
  if (matrix) {
    scale = factor(matrix);
  } else if (!drawn) {
    if (style.transform !== 'none') scale *= factor(new DOMMatrix(style.transform));
    if (style.scale !== 'none') scale *= Number.parseFloat(style.scale);
  }

  // In SVG everything is `inline`, and texts are placed one by one.
  const isBox = drawn
    ? /^(?:svg|foreignobject)$/.test(tag)
    : !/^(?:inline|contents|ruby)/.test(style.display);
  const isAtom = /^inline-/.test(style.display);
  if (isBox || (drawn && tag === 'text')) block = element;

  const box = isBox || isAtom ? parts.boxOf(element.getBoundingClientRect()) : null;
  const outOfFlow = style.position === 'absolute' || style.position === 'fixed';
  let clip = outOfFlow ? above.positionedClip : above.clip;
  const clips = (overflow: string) => overflow !== 'visible';
  // An ellipsis is how a theme says that a text may be cut.
  if (box && style.textOverflow !== 'ellipsis' && (clips(style.overflowX) || clips(style.overflowY))) {
    const wide = clips(style.overflowX) ? box : clip;
    const high = clips(style.overflowY) ? box : clip;
    clip = common(clip, { left: wide.left, right: wide.right, top: high.top, bottom: high.bottom });
  }
  const positioned = style.position !== 'static' || style.transform !== 'none';

  let { room } = above;
  if (drawn) room = null;
  else if (isContent) room = box;
  else if (outOfFlow) room = room && box;
  else if (box && room) room = common(room, box);
  return {
    zone,
    reading,
    code,
    opacity: above.opacity * Number.parseFloat(style.opacity),
    scale,
    clip,
    positionedClip: positioned ? clip : above.positionedClip,
    room,
    block,
  };
}
