import type { Page } from 'playwright-core';
import { type LookFunctions, type LookRequest, type LookResult, lookAtSlides } from './page/audit-slides.ts';
import type { SlideCheck } from './page/audited-slide.ts';
import { checkClipping } from './page/check-clipping.ts';
import { checkContrast } from './page/check-contrast.ts';
import { checkDiagrams } from './page/check-diagrams.ts';
import { checkEnlargement } from './page/check-enlargement.ts';
import { checkErrors } from './page/check-errors.ts';
import { checkFit } from './page/check-fit.ts';
import { checkOverlap } from './page/check-overlap.ts';
import { checkPictures } from './page/check-pictures.ts';
import { checkRequests } from './page/check-requests.ts';
import { checkTextSize } from './page/check-text-size.ts';
import { checkBlank } from './page/checks.ts';
import { makeTools } from './page/make-tools.ts';
import { readMarks } from './page/read-marks.ts';
import { readPaint } from './page/read-paint.ts';
import { readPicture } from './page/read-picture.ts';
import { readSlide } from './page/read-slide.ts';
import { readText } from './page/read-text.ts';
import { surround } from './page/surround.ts';

const CHECKS: readonly SlideCheck[] = [
  checkErrors,
  checkPictures,
  checkDiagrams,
  checkRequests,
  checkFit,
  checkClipping,
  checkOverlap,
  checkTextSize,
  checkContrast,
  checkEnlargement,
];

/** How many questions are asked about a slide in the browser: those above, and whether it is blank. */
export const CHECKS_IN_PAGE = CHECKS.length + 1;

/** The functions of page/ as one text: they are sent to the browser, where they know of nothing else. */
const FUNCTIONS = source({
  readSlide,
  makeTools,
  checkBlank,
  checks: CHECKS,
  readers: { surround, readPaint, readMarks, readText, readPicture },
} satisfies LookFunctions);

/** Asks every check about the slides that `request` names. */
export function runChecks(page: Page, request: LookRequest): Promise<LookResult> {
  return page.evaluate<LookResult>(`(${lookAtSlides})(${JSON.stringify(request)}, ${FUNCTIONS})`);
}

function source(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(source).join(', ')}]`;
  if (typeof value === 'function') return `(${value})`;
  const entries = Object.entries(value as object).map(([name, part]) => `${name}: ${source(part)}`);
  return `{ ${entries.join(', ')} }`;
}
