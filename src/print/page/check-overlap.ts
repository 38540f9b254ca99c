import type { Found, PageTools, SlideText, SlideView } from './audited-slide.ts';

/**
 * Text over text, and text over a picture. Lines of one paragraph are left out: the browser lays them out together.
 * A theme that wants text on a picture paints it as a background, which is no `<img>`. Runs in the browser.
 */
export function checkOverlap({ texts, pictures, footer }: SlideView, tools: PageTools): Found[] {
  const allowance = 2; // what the ink of letters may reach out of their em
  const placed = texts.filter(({ zone }) => zone !== 'mark');
  const isContentOverFooter = (a: SlideText, b: SlideText) => {
    const zones = [a.zone, b.zone];
    return zones.includes('footer') && zones.some((zone) => zone !== 'footer' && zone !== 'other');
  };
  const details: string[] = [];
  for (const [index, text] of placed.entries()) {
    for (const other of placed.slice(index + 1)) {
      if (other.block === text.block) continue;
      if (footer && isContentOverFooter(text, other)) continue; // checkFit tells of it
      const meets = text.boxes.some((a) => other.boxes.some((b) => tools.shared(a, b) > allowance));
      if (meets)
        details.push(`${tools.quote(text.text)} and ${tools.quote(other.text)} are drawn over each other`);
    }
    for (const { box, name } of pictures) {
      if (!text.boxes.some((line) => tools.shared(line, box) > allowance)) continue;
      details.push(`${tools.quote(text.text)} is drawn over the picture ${name}`);
    }
  }
  return tools.summarize('overlap', details);
}
