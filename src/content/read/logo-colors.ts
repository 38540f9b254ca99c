import type { HexColor } from '../summary/meetup.ts';
import type { Answer, Question } from './examine.ts';

/** Alpha above which a pixel counts; below, it is an edge. */
const DRAWN = 128;
/** Share of drawn pixels above which it is a picture with its own background. */
const OWN_GROUND = 0.97;
/** Colours are grouped by the upper bits of each channel. */
const STEP = 32;
const MOST_COLORS = 8;

/** The colours of a logo, and how much of its box it fills. @param pixels red, green, blue and alpha in turn */
export function logoColors(
  pixels: Uint8Array,
  width: number,
  height: number,
): Answer<Extract<Question, { readonly kind: 'logo' }>> {
  const counts = new Map<string, { sums: [number, number, number]; count: number }>();
  let drawn = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [r = 0, g = 0, b = 0, alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha < DRAWN) continue;
    drawn += 1;
    const key = [r, g, b].map((part) => Math.floor(part / STEP)).join();
    const known = counts.get(key) ?? { sums: [0, 0, 0], count: 0 };
    counts.set(key, {
      sums: [known.sums[0] + r, known.sums[1] + g, known.sums[2] + b],
      count: known.count + 1,
    });
  }
  const density = drawn / (width * height);
  const colors = [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_COLORS)
    .map(({ sums, count }) => ({ color: hex(sums.map((sum) => sum / count)), share: count / drawn }));
  return { colors: density > OWN_GROUND ? [] : colors, density };
}

function hex(parts: readonly number[]): HexColor {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}
