import type { Page } from 'playwright-core';

interface Box {
  readonly style: { height: string; width: string };
  readonly scrollHeight: number;
  readonly clientHeight: number;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  querySelectorAll(selector: string): Iterable<Box>;
}

/** Height of a slide's content, needed and available. */
export interface ContentHeight {
  /** The smallest height of `.slide-content` without overflow, in pixels; null if no height is enough. */
  readonly height: number | null;
  /** The height available on its slide. */
  readonly box: number;
}

/** Larger than the content of any test slide, in pixels. */
const HIGHEST = 4096;

/** Bisects the height of every slide on the page, all slides at once. */
export function contentHeights(page: Page): Promise<readonly ContentHeight[]> {
  return page.evaluate(measure, HIGHEST);
}

/** Runs in the browser. */
function measure(highest: number): ContentHeight[] {
  const { document } = globalThis as unknown as { document: Box };
  const contents = [...document.querySelectorAll('.print-slide-container .slide-content')];
  const boxes = contents.map((content) => content.clientHeight);
  const overflows = (box: Box) =>
    box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
  const tries = contents.map(() => ({ low: 0, high: highest }));
  for (let span = highest; span > 1; span /= 2) {
    contents.forEach((content, index) => {
      const { low, high } = tries[index] ?? { low: 0, high: 0 };
      content.style.height = `${(low + high) / 2}px`;
    });
    contents.forEach((content, index) => {
      const trial = tries[index];
      if (!trial) return;
      const middle = (trial.low + trial.high) / 2;
      const parts = [...content.querySelectorAll(':scope > *, :scope > * > :is(ul, ol, div)')];
      if ([content, ...parts].some(overflows)) trial.low = middle;
      else trial.high = middle;
    });
  }
  for (const content of contents) content.style.height = '';
  return tries.map(({ high }, index) => ({ height: high === highest ? null : high, box: boxes[index] ?? 0 }));
}
