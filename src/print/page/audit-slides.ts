import type { SlideProblem } from '../types.ts';
import type { makeTools, SlideCheck } from './audited-slide.ts';
import type { PageGlobals } from './dom.ts';
import type { readSlide, SlideReaders } from './read-slide.ts';

/** Which slides of the bundle, from 0. */
export interface SlidesAuditRequest {
  readonly first: number;
  readonly count: number;
  /** Addresses that were requested and not served. */
  readonly unserved: readonly string[];
}

export interface SlidesAuditResult {
  readonly problems: readonly SlideProblem[];
  /** The distinct characters that each slide shows. */
  readonly characters: readonly { readonly slide: number; readonly text: string }[];
}

export interface SlidesAuditFunctions {
  readonly readSlide: typeof readSlide;
  readonly makeTools: typeof makeTools;
  readonly readers: SlideReaders;
  readonly checks: readonly SlideCheck[];
  readonly checkBlank: SlideCheck;
}

/** Reads each slide and runs every check on it. Runs in the browser, when the slides are ready. */
export function auditSlides(
  { first, count, unserved }: SlidesAuditRequest,
  { readSlide, makeTools, readers, checks, checkBlank }: SlidesAuditFunctions,
): SlidesAuditResult {
  const { document } = globalThis as unknown as PageGlobals;
  const tools = makeTools(unserved);
  const problems: SlideProblem[] = [];
  const characters: { slide: number; text: string }[] = [];
  for (const container of document.querySelectorAll('.print-slide-container')) {
    const number = Number(container.getAttribute('data-slide'));
    if (number < first || number >= first + count) continue;
    const view = readSlide(container, readers);
    const { slide } = view;
    const found = checks.flatMap((check) => check(view, tools));
    // A slide with an error is blank for a known reason.
    if (found.length === 0) found.push(...checkBlank(view, tools));
    problems.push(...found.map((one) => ({ slide, ...one })));
    // The browser composes Korean syllables from their parts; the check of summaries does the same.
    const whole = (shown: string) => shown.replaceAll(/[\u1100-\u11ff]+/g, (parts) => parts.normalize('NFC'));
    const text = [...new Set(view.texts.flatMap((one) => [...whole(one.text)]))].join('');
    characters.push({ slide, text });
  }
  return { problems, characters };
}
