import type { Found, PageTools, SlideView } from './audited-slide.ts';

/** Pictures that are shown with more CSS pixels than they have. Runs in the browser. */
export function checkEnlargement({ pictures }: SlideView, tools: PageTools): Found[] {
  const tolerance = 0.01; // sizes are rounded
  const details = pictures.flatMap(({ element, name, scale }) => {
    const wide = element.naturalWidth ?? 0;
    if (scale === null || scale <= 1 + tolerance) return [];
    return [`the picture ${name} is ${wide} px wide and shown ${Math.round(wide * scale)} px wide`];
  });
  return tools.summarize('upscaled', details);
}
