import { createRequire } from 'node:module';
import type { HexColor } from './look.ts';

const require = createRequire(import.meta.url);

/** Contrast of two colours, 1 to 21, as WCAG 2 counts it, rounded down to a tenth. */
export function contrast(a: HexColor, b: HexColor): number {
  // Loaded when somebody chose a colour: it takes a tenth of a second.
  const { wcagContrast } = require('culori') as typeof import('culori');
  return Math.floor(wcagContrast(a, b) * 10) / 10;
}
