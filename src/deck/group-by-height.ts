/** Indices from `start` up to but not including `end`. */
export interface Group {
  readonly start: number;
  readonly end: number;
}

/**
 * Puts units, in order, on as few pages as hold them, and evenly: the tallest page is as low as that
 * number of pages allows. A unit taller than a page stands alone.
 * @param heights in pixels
 * @param gap between two units of a page, in pixels
 * @param capacity of a page, in pixels
 */
export function groupByHeight(heights: readonly number[], gap: number, capacity: number): readonly Group[] {
  const fullest = fill(heights, gap, capacity);
  let best = fullest;
  let low = 0;
  let high = Math.ceil(capacity);
  while (low < high && fullest.length > 1) {
    const middle = Math.floor((low + high) / 2);
    const groups = fill(heights, gap, middle);
    if (groups.length <= fullest.length) {
      best = groups;
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return best;
}

function fill(heights: readonly number[], gap: number, capacity: number): readonly Group[] {
  const groups: Group[] = [];
  let start = 0;
  let used = 0;
  heights.forEach((height, index) => {
    const next = index === start ? height : used + gap + height;
    if (index > start && next > capacity) {
      groups.push({ start, end: index });
      start = index;
      used = height;
    } else {
      used = next;
    }
  });
  return heights.length > 0 ? [...groups, { start, end: heights.length }] : groups;
}
