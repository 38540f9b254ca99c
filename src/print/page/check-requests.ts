import type { Found, PageTools, SlideView } from './audited-slide.ts';

/** Addresses that the slide names and that are no part of the deck; none was fetched. Runs in the browser. */
export function checkRequests({ container }: SlideView, { unserved }: PageTools): Found[] {
  const html = unserved.length > 0 ? container.innerHTML : '';
  return unserved
    .filter((url) => {
      const written = [url, url.replaceAll('&', '&amp;'), url.replace(/^https:\/\/[^/]+/, '')];
      return written.some((text) => text.length > 1 && html.includes(text));
    })
    .map((url) => ({ kind: 'network', url, detail: `asks for ${url}, which is not part of the deck` }));
}
