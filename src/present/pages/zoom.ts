/** Twice as large: what the last row needs of a table that the first one reads. */
const SCALE = 2;

/** A place on a slide, of its width and height, from 0 to 1. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What is looked at closely: a slide, by its number, and the place on it that stays where it is. */
export interface Zoom extends Place {
  readonly slide: number;
}

/**
 * Where the mouse is on the slide of this page.
 * @param moved hears of it, once for each frame that is drawn
 * @returns the middle before it was there
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

/** Shows the slide of this page larger around a place, and whole again for null. */
export function zoomTo(place: Place | null): void {
  const content = slideContent();
  if (!content) return;
  content.style.removeProperty('scale');
  content.style.removeProperty('translate');
  const outer = content.offsetParent?.getBoundingClientRect();
  if (!place || !outer) return;
  const whole = content.getBoundingClientRect();
  // Both are done after Slidev's own transform, around the middle of the box before it.
  const moved = (at: number, middle: number) => `${(1 - SCALE) * (at - middle)}px`;
  content.style.scale = String(SCALE);
  content.style.translate = [
    moved(whole.left + place.x * whole.width, outer.left + content.offsetLeft + content.offsetWidth / 2),
    moved(whole.top + place.y * whole.height, outer.top + content.offsetTop + content.offsetHeight / 2),
  ].join(' ');
}

/** The box of the slide as it is when nothing is enlarged. */
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
