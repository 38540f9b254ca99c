import type { Found, SlideView } from './audited-slide.ts';
import type { PageGlobals } from './dom.ts';

/** Errors that the slide threw, and a slide that could not be loaded. Runs in the browser. */
export function checkErrors({ container, slide }: SlideView): Found[] {
  const { __talkdeck } = globalThis as unknown as PageGlobals;
  const thrown = (__talkdeck?.errors ?? []).filter(({ no }) => no === slide + 1);
  const lost = container.querySelector('[data-talkdeck-error]') ? ['the slide could not be loaded'] : [];
  return [...thrown.map(({ detail }) => detail), ...lost].map((detail) => ({ kind: 'runtime', detail }));
}
