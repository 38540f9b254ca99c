import type { Result } from '../../findings/finding.ts';
import type { AnswerTurn } from '../kinds/person-slides.ts';
import type { Slide, SlideOf } from '../kinds/slides.ts';
import { ANSWERS } from '../typeset/canvas.ts';
import type { Page } from '../typeset/page.ts';
import { fitWhole } from './lay-out.ts';
import { splitSlide } from './split-slide.ts';

/** Slides for the turns from a given one on. */
type Arrangement = Result<readonly Slide[]>;

/** Columns may cost at most one step of type size. */
const MOST_DENSE = 1;

/**
 * Slides for all turns of an answer, in order: as few as possible. Two or three consecutive turns by different people
 * go side by side if type stays large, the others one by one.
 */
export function arrangeAnswers(slide: SlideOf<'answers'>, pages: readonly Page[]): Arrangement {
  const { answers } = slide;
  /** Best continuation from each turn. */
  const best: Arrangement[] = [];
  best[answers.length] = { value: [], findings: [] };
  for (let start = answers.length - 1; start >= 0; start -= 1) {
    const options = [1, 2, 3].flatMap((count): readonly Arrangement[] => {
      const rest = best[start + count];
      const first = rest && setTurns(slide, answers.slice(start, start + count), pages);
      if (!first) return [];
      return [{ value: [...first.value, ...rest.value], findings: [...first.findings, ...rest.findings] }];
    });
    best[start] = options.reduce((a, b) => (isBetter(b, a) ? b : a));
  }
  return best[0] ?? { value: [], findings: [] };
}

/** Prefers fewer slides, then larger type, then evenly distributed turns. */
function isBetter(a: Arrangement, b: Arrangement): boolean {
  const [first, second] = [a, b].map(({ value: slides }) => ({
    count: slides.length,
    density: Math.max(...slides.map(({ density }) => density)),
    crowd: Math.max(...slides.map((slide) => (slide.kind === 'answers' ? slide.answers.length : 1))),
  }));
  if (!first || !second) return false;
  return (first.count - second.count || first.density - second.density || first.crowd - second.crowd) < 0;
}

/** Null if they do not fit on one slide. */
function setTurns(
  slide: SlideOf<'answers'>,
  turns: readonly AnswerTurn[],
  pages: readonly Page[],
): Arrangement | null {
  const [turn, ...others] = turns;
  if (!turn) return null;
  const { answers: _, kind: __, ...base } = slide;
  if (others.length === 0) return splitSlide({ ...base, ...turn, kind: 'answer' }, pages);
  if (new Set(turns.map(({ person }) => person.name)).size < turns.length || turns.length > ANSWERS.most)
    return null;
  const joint: SlideOf<'answers'> = {
    ...base,
    kind: 'answers',
    answers: turns,
    origin: turn.origin,
    notes: turns.flatMap(({ notes }) => notes),
    sources: [...new Set(turns.flatMap(({ sources }) => sources))],
  };
  for (const page of pages.filter(({ density }) => density <= MOST_DENSE)) {
    const whole = fitWhole(joint, page);
    if (whole) return { value: [whole], findings: [] };
  }
  return null;
}
