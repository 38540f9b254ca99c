import type { Found, PageTools, SlideView } from './audited-slide.ts';

/** Pictures that cannot be shown. Runs in the browser. */
export function checkPictures({ pictures }: SlideView, tools: PageTools): Found[] {
  return pictures
    .filter(({ element }) => element.complete && element.naturalWidth === 0)
    .filter(({ element }) => !tools.unserved.includes(element.currentSrc ?? ''))
    .map(({ name }) => ({ kind: 'image', detail: `the picture ${name} cannot be shown` }));
}
