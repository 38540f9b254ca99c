/** Time limit for a page to appear, in milliseconds. */
const LONGEST_MS = 20_000;
const LOOK_MS = 50;
const FRAME = 'stage-frame';

/**
 * Replaces this page by one of another version, which loads behind it until it is complete: the audience sees no blank
 * moment, and full screen stays.
 *
 * @param path of the page
 * @param slide number of the slide that it will show
 * @param leave ends this page's activity
 */
export async function swapIn(path: string, slide: number, leave: () => void): Promise<void> {
  // This page may be in a frame for the same reason.
  const outer = topPage();
  const frame = outer.document.createElement('iframe');
  frame.className = FRAME;
  frame.allow = 'fullscreen; screen-wake-lock';
  frame.src = path;
  outer.document.body.append(frame);
  if (!(await stands(frame, slide))) {
    frame.remove();
    location.replace(path);
    return;
  }
  frame.dataset.shown = '';
  const focus = () => frame.contentWindow?.focus();
  // Replaces the previous one: a listener of a page that is gone would keep all of it in memory.
  outer.onfocus = focus;
  focus();
  leave();
  if (window.frameElement) window.frameElement.remove();
  else stopSlidev();
}

/** Keeps the top page's address in step with that of the framed page, for a reload. */
export function mirrorAddress(): void {
  if (window.frameElement) topPage().history.replaceState(null, '', location.pathname + location.search);
}

function topPage(): Window {
  return window.frameElement ? window.parent : window;
}

/** Resolves to whether the slide is shown, with its fonts. */
async function stands(frame: HTMLIFrameElement, slide: number): Promise<boolean> {
  const end = performance.now() + LONGEST_MS;
  while (performance.now() < end) {
    const page = frame.contentWindow as (Window & typeof globalThis) | null;
    if (page?.__talkdeck?.mounted.has(slide)) {
      await page.document.fonts.ready;
      // The layout is painted by the second frame.
      await new Promise((resolve) => page.requestAnimationFrame(() => page.requestAnimationFrame(resolve)));
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return false;
}

/** Uses Vue's public API, which stores the application in its element. */
function stopSlidev(): void {
  const root = document.querySelector<HTMLElement & { __vue_app__?: { unmount(): void } }>('#app');
  root?.__vue_app__?.unmount();
}
