/** The part of Slidev's router that is used. */
export interface Moves {
  beforeEach(hook: () => void): unknown;
  afterEach(hook: () => void): unknown;
}

/** In milliseconds; the answer appears when the question has nearly arrived. */
const MOTION = { rise: 420, wait: 220, fade: 240 } as const;
/** Number of frames that a slide shown for the first time may take to appear. */
const FRAMES = 30;

/**
 * Animates the heading from a question to its answer: it rises from the question's position, so that what is being read
 * stays in sight. Not backwards, and not with reduced motion.
 */
export function raiseQuestions(router: Moves | undefined): void {
  let left: Question | null = null;
  router?.beforeEach(() => {
    left = null;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const question = shownHeading('.kind-question .hero > h1');
    if (question) left = { words: wordsOf(question), box: textBox(question), size: sizeOf(question) };
  });
  router?.afterEach(async () => {
    if (!left) return;
    const question = left;
    for (let frame = 0; frame < FRAMES; frame += 1) {
      const heading = shownHeading(':is(.kind-answer, .kind-answers) .slide-content > h1');
      if (heading) {
        if (wordsOf(heading).startsWith(question.words)) rise(heading, question);
        return;
      }
      await new Promise(requestAnimationFrame);
    }
  });
}

interface Question {
  readonly words: string;
  readonly box: DOMRect;
  /** Font size, in pixels of the canvas. */
  readonly size: number;
}

function sizeOf(heading: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(heading).fontSize);
}

function shownHeading(selector: string): HTMLElement | null {
  const found = document.querySelectorAll<HTMLElement>(`#slideshow .slide${selector}`);
  return [...found].find((heading) => heading.checkVisibility()) ?? null;
}

function wordsOf({ textContent }: HTMLElement): string {
  return (textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Box of the text alone: a heading is as wide as its slide. */
function textBox(heading: HTMLElement): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(heading);
  return range.getBoundingClientRect();
}

function rise(heading: HTMLElement, { box: from, size }: Question): void {
  const [box, to] = [heading.getBoundingClientRect(), textBox(heading)];
  // The slide is scaled, but the animation is in pixels of the canvas.
  const shown = box.width / heading.offsetWidth;
  // With different line breaks: as large or as wide as the question was, centred on its position.
  const larger = Math.max(1, Math.min(size / sizeOf(heading), from.width / Math.max(1, to.width)));
  const [x, y] = [
    (from.left - to.left) / shown,
    (from.top + from.height / 2 - to.top - (larger * to.height) / 2) / shown,
  ];
  const origin = `${(to.left - box.left) / shown}px ${(to.top - box.top) / shown}px`;
  const easing = 'cubic-bezier(0.2, 0, 0, 1)';
  heading.animate(
    [
      { transformOrigin: origin, transform: `translate(${x}px, ${y}px) scale(${larger})` },
      { transformOrigin: origin, transform: 'none' },
    ],
    { duration: MOTION.rise, easing, id: 'raise-question' },
  );
  // Content that waits for a click is not shown yet.
  const rest = heading.parentElement?.querySelectorAll(':scope > :not(h1, .slidev-vclick-target)') ?? [];
  for (const element of rest) {
    element.animate([{ opacity: 0 }, {}], { duration: MOTION.fade, delay: MOTION.wait, fill: 'backwards' });
  }
}
