import type { Found, PageTools, SlideText, SlideView, Zone } from './audited-slide.ts';

/**
 * Text that the last row cannot read, in px of a slide that is 980 px wide: 20 is a twenty-eighth of its height.
 * Runs in the browser.
 */
export function checkTextSize({ texts }: SlideView, tools: PageTools): Found[] {
  const least: Readonly<Record<Zone, number>> = {
    heading: 32,
    body: 20,
    diagram: 20,
    mark: 12,
    footer: 12,
    other: 12,
  };
  const tolerance = 0.1; // of a scaled diagram
  const small = texts.filter(({ size, zone }) => size < least[zone] - tolerance);
  const describe = ({ text, size, zone }: SlideText) =>
    `${tools.quote(text)} has ${Math.round(size * 10) / 10} px where ${least[zone]} px is the least`;
  return (['small-diagram', 'small-text'] as const).flatMap((kind) => {
    const those = small.filter(({ zone }) => (zone === 'diagram') === (kind === 'small-diagram'));
    return tools.summarize(kind, those.sort((a, b) => a.size - b.size).map(describe));
  });
}
