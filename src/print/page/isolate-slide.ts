import type { SheetElement, SheetGlobals } from './sheet-dom.ts';

export interface Isolation {
  /** Of each slide that stands on the page, its 0-based number in the bundle. */
  readonly slides: readonly number[];
  /** Of a slide, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Leaves the slide at `index` alone on the page, in its upper left corner, stretched by the two factors. */
  show(index: number, across: number, down: number): void;
  restore(): void;
}

/** Lets slides be looked at one by one. Runs in the browser. */
export function isolateSlide(): Isolation {
  const { document } = globalThis as unknown as SheetGlobals;
  const containers: SheetElement[] = [...document.querySelectorAll('.print-slide-container')];
  const styles = containers.map((container) => container.getAttribute('style'));
  const { width = 0, height = 0 } = containers[0]?.getBoundingClientRect() ?? {};
  return {
    slides: containers.map((container) => Number(container.getAttribute('data-slide'))),
    width,
    height,
    show(index, across, down) {
      for (const [at, { style }] of containers.entries()) {
        style.setProperty('display', at === index ? '' : 'none');
        // A factor of 1 would still make a layer of its own, in which text is drawn otherwise.
        const isStretched = at === index && (across !== 1 || down !== 1);
        style.setProperty('transform-origin', isStretched ? '0 0' : '');
        style.setProperty('scale', isStretched ? `${across} ${down}` : '');
      }
    },
    restore() {
      for (const [at, container] of containers.entries()) {
        const style = styles[at] ?? null;
        if (style === null) container.removeAttribute('style');
        else container.setAttribute('style', style);
      }
    },
  };
}
