import { wcagContrast } from 'culori';
import type { HexColor, Scrim } from '../summary/meetup.ts';

/** Contrast of text on a picture, as for other text that the last row must read: WCAG success criterion 1.4.6. */
const LEAST_CONTRAST = 7;

/** The extremes that every picture lies between. */
export const WORST_PIXELS = Uint8Array.of(0, 0, 0, 255, 255, 255);

/**
 * The thinnest scrim that gives text enough contrast on every pixel of a picture: an ink scrim below text in the
 * paper's colour or the other way round, whichever changes the picture less.
 * @param pixels red, green and blue in turn
 */
export function chooseScrim(pixels: Uint8Array, paper: HexColor, ink: HexColor): Scrim {
  const ofInk: Scrim = { tone: 'ink', strength: leastStrength(pixels, ink, paper) };
  const ofPaper: Scrim = { tone: 'paper', strength: leastStrength(pixels, paper, ink) };
  return ofInk.strength * distance(pixels, ink) < ofPaper.strength * distance(pixels, paper)
    ? ofInk
    : ofPaper;
}

/** How far a picture is from a colour, on average. */
function distance(pixels: Uint8Array, color: HexColor): number {
  const parts = partsOf(color);
  return pixels.reduce((sum, part, index) => sum + Math.abs(part - (parts[index % 3] ?? 0)), 0);
}

/** In per cent; the least that is enough. */
function leastStrength(pixels: Uint8Array, scrim: HexColor, text: HexColor): number {
  const over = partsOf(scrim);
  let strength = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    while (
      strength < 100 &&
      contrast(pixels.subarray(at, at + 3), over, strength / 100, text) < LEAST_CONTRAST
    )
      strength += 1;
  }
  return strength;
}

function partsOf(color: HexColor): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** Contrast of text with a pixel under a scrim, mixed as in browsers. */
function contrast(pixel: Uint8Array, over: readonly number[], share: number, text: HexColor): number {
  const [r = 0, g = 0, b = 0] = over.map(
    (part, index) => (part * share + (pixel[index] ?? 0) * (1 - share)) / 255,
  );
  return wcagContrast({ mode: 'rgb', r, g, b }, text);
}
