import type { Page } from 'playwright-core';
import { covers } from '../../base/fonts/families.ts';
import { needsGlyph } from '../../base/fonts/used-characters.ts';
import type { OpenedDecks } from '../browser/open-page.ts';
import {
  auditSlides,
  type SlidesAuditFunctions,
  type SlidesAuditRequest,
  type SlidesAuditResult,
} from '../page/audit-slides.ts';
import { makeTools, type SlideCheck } from '../page/audited-slide.ts';
import { checkContrast } from '../page/check-contrast.ts';
import {
  checkBlank,
  checkClipping,
  checkDiagrams,
  checkEnlargement,
  checkErrors,
  checkFit,
  checkOverlap,
  checkPictures,
  checkRequests,
  checkTextSize,
} from '../page/checks.ts';
import { readMarks, readPaint, readPicture, readSlide, readText, surround } from '../page/read-slide.ts';
import { fixLinks } from '../page/show-deck.ts';
import type { DeckSpan, SlideProblem } from '../types.ts';

interface PageAudit {
  /** In slide order, including those known when the page opened. */
  readonly problems: readonly SlideProblem[];
  readonly checks: number;
}

/** Inspects every slide of the deck on the page, and points its links at slides. */
export async function auditPage(
  { page, bundle, broken, problems: known, unserved }: OpenedDecks,
  { first, count }: DeckSpan,
): Promise<PageAudit> {
  const { problems: seen, characters } = await runChecks(page, { first, count, unserved });
  const found: SlideProblem[] = [...seen];
  for (const { slide, text } of characters) {
    const missing = findMissingGlyphs(text);
    if (missing !== null) found.push({ slide, kind: 'glyph', detail: missing });
  }
  found.push(...(await page.evaluate(fixLinks, bundle.slides)));
  const isOfDeck = ({ slide }: SlideProblem) => slide >= first && slide < first + count;
  const problems = [...known.filter(isOfDeck), ...found.filter(({ slide }) => !broken.has(slide))];
  problems.sort((a, b) => a.slide - b.slide);
  // Plus two made outside the page: glyphs and links.
  return { problems, checks: (CHECKS_IN_PAGE + 2) * count };
}

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

/** Number of checks per slide in the browser: those above, and whether it is blank. */
const CHECKS_IN_PAGE = CHECKS.length + 1;

/** The functions of page/ as source text: they are sent to the browser, where nothing else is defined. */
const FUNCTIONS = source({
  readSlide,
  makeTools,
  checkBlank,
  checks: CHECKS,
  readers: { surround, readPaint, readMarks, readText, readPicture },
} satisfies SlidesAuditFunctions);

/** Runs every check on the slides in `request`. */
function runChecks(page: Page, request: SlidesAuditRequest): Promise<SlidesAuditResult> {
  return page.evaluate<SlidesAuditResult>(`(${auditSlides})(${JSON.stringify(request)}, ${FUNCTIONS})`);
}

function source(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(source).join(', ')}]`;
  if (typeof value === 'function') return `(${value})`;
  const entries = Object.entries(value as object).map(([name, part]) => `${name}: ${source(part)}`);
  return `{ ${entries.join(', ')} }`;
}

/** Describes characters that no font has; null if there are none. @param text every character that a slide shows */
function findMissingGlyphs(text: string): string | null {
  const missing = [...text].filter((char) => needsGlyph(char) && !covers(char.codePointAt(0) ?? 0));
  if (missing.length === 0) return null;
  return `no font has ${missing.map(named).join(', ')}`;
}

function named(char: string): string {
  return `"${char}" (U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`;
}
