/** Maximum movement and length of a tap, in CSS pixels and milliseconds. */
const TAP = { slip: 10, ms: 500 };
/** Minimum length of a swipe, as in Slidev, in CSS pixels. */
const SWIPE = 75;
/** A tap in this part of the window, on the left, goes back. */
const BACK_PART = 1 / 3;

/** Elements that handle taps themselves, and the drawing layer. */
const OTHERS = 'a, button, input, select, textarea, summary, video, audio, .touch-none';
const STAGE = '#slide-container, .stage-cover';

/**
 * Handles taps and swipes on a slide, and on what covers it, before Slidev does, which knows neither breaks nor taps.
 * Gestures with two fingers are the browser's.
 */
export function takeTouches(go: (isForward: boolean) => void, signal: AbortSignal): void {
  let began: { readonly x: number; readonly y: number; readonly at: number } | null = null;
  const fingers = new Set<number>();
  const listen = (name: 'pointerdown' | 'pointerup' | 'pointercancel', hear: (event: PointerEvent) => void) =>
    addEventListener(
      name,
      (event) => {
        if (event.pointerType === 'touch') hear(event);
      },
      { capture: true, signal },
    );
  listen('pointerdown', (event) => {
    fingers.add(event.pointerId);
    const target = event.target instanceof Element ? event.target : null;
    began = null;
    if (!target?.closest(STAGE) || target.closest(OTHERS)) return;
    event.stopImmediatePropagation();
    if (fingers.size === 1) began = { x: event.clientX, y: event.clientY, at: event.timeStamp };
  });
  listen('pointercancel', ({ pointerId }) => {
    fingers.delete(pointerId);
    began = null;
  });
  listen('pointerup', (event) => {
    fingers.delete(event.pointerId);
    if (!began) return;
    const [across, down] = [event.clientX - began.x, event.clientY - began.y];
    const isTap = Math.hypot(across, down) < TAP.slip && event.timeStamp - began.at < TAP.ms;
    began = null;
    if (isTap) go(event.clientX > innerWidth * BACK_PART);
    else if (Math.abs(across) > SWIPE && Math.abs(across) > Math.abs(down)) go(across < 0);
  });
}
