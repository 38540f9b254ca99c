/** Twice as large, so that the last row can read a table that the first row can. */
const SCALE = 2;

/** A point on a slide, as shares of its width and height, from 0 to 1. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** An enlarged slide, by number, and the point that stays in place. */
export interface Zoom extends Place {
  readonly slide: number;
}

/**
 * Follows the mouse on the slide of this page.
 * @param moved is called at most once per frame
 * @returns a function that gives its position; before the first move, the centre
 */
export function watchPointer(moved: (place: Place) => void, signal: AbortSignal): () => Place {
  let last: Place = { x: 0.5, y: 0.5 };
  let isAsked = false;
  addEventListener(
    'pointermove',
    ({ clientX, clientY, pointerType }) => {
      const box = wholeSlide();
      if (pointerType === 'touch' || !box) return;
      const part = (at: number, from: number, size: number) => Math.min(1, Math.max(0, (at - from) / size));
      last = { x: part(clientX, box.left, box.width), y: part(clientY, box.top, box.height) };
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        moved(last);
      });
    },
    { signal, capture: true },
  );
  return () => last;
}

/** Enlarges the slide of this page around a point; null restores it. */
export function zoomTo(place: Place | null): void {
  const content = slideContent();
  if (!content) return;
  content.style.removeProperty('scale');
  content.style.removeProperty('translate');
  const outer = content.offsetParent?.getBoundingClientRect();
  if (!place || !outer) return;
  const whole = content.getBoundingClientRect();
  // Both are applied after Slidev's own transform, around the centre of the original box.
  const moved = (at: number, middle: number) => `${(1 - SCALE) * (at - middle)}px`;
  content.style.scale = String(SCALE);
  content.style.translate = [
    moved(whole.left + place.x * whole.width, outer.left + content.offsetLeft + content.offsetWidth / 2),
    moved(whole.top + place.y * whole.height, outer.top + content.offsetTop + content.offsetHeight / 2),
  ].join(' ');
}

/** The box of the slide when nothing is enlarged. */
function wholeSlide(): DOMRect | null {
  const box = slideContent()?.getBoundingClientRect();
  const outer = slideContent()?.offsetParent?.getBoundingClientRect();
  if (!box || !outer) return null;
  const by = slideContent()?.style.scale ? SCALE : 1;
  const [width, height] = [box.width / by, box.height / by];
  const [left, top] = [outer.left + (outer.width - width) / 2, outer.top + (outer.height - height) / 2];
  return new DOMRect(left, top, width, height);
}

function slideContent(): HTMLElement | null {
  return document.querySelector('#slide-content');
}
