/** Nobody waits longer for a page that does not come; in milliseconds. */
const LONGEST_MS = 20_000;
const LOOK_MS = 50;
const FRAME = 'stage-frame';

/**
 * Shows a page of another version in the place of this one, which stays on the screen until the other stands there:
 * the audience sees no moment of nothing, and full screen stays.
 *
 * @param path of the page
 * @param slide number of the slide that it will show
 * @param leave ends what this page does
 */
export async function swapIn(path: string, slide: number, leave: () => void): Promise<void> {
  // This page may have come so itself.
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
  // In place of the one before: a listener of a page that is gone would keep all of it in memory.
  outer.onfocus = focus;
  focus();
  leave();
  if (window.frameElement) window.frameElement.remove();
  else stopSlidev();
}

/** Lets the address of the whole page follow that of a page within it, for a reload. */
export function mirrorAddress(): void {
  if (window.frameElement) topPage().history.replaceState(null, '', location.pathname + location.search);
}

function topPage(): Window {
  return window.frameElement ? window.parent : window;
}

/** Whether the slide is there, with its fonts. */
async function stands(frame: HTMLIFrameElement, slide: number): Promise<boolean> {
  const end = performance.now() + LONGEST_MS;
  while (performance.now() < end) {
    const page = frame.contentWindow as (Window & typeof globalThis) | null;
    if (page?.__talkdeck?.mounted.has(slide)) {
      await page.document.fonts.ready;
      // What was laid out is drawn with the second of these.
      await new Promise((resolve) => page.requestAnimationFrame(() => page.requestAnimationFrame(resolve)));
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return false;
}

/** By the public API of Vue, which notes the application at its element. */
function stopSlidev(): void {
  const root = document.querySelector<HTMLElement & { __vue_app__?: { unmount(): void } }>('#app');
  root?.__vue_app__?.unmount();
}
