import type { Project } from '../base/project.ts';
import { signInputs } from '../build/build-record.ts';
import { type Compilation, compile } from '../build/compile.ts';
import { addMeasured, without } from '../build/measured-slides.ts';
import { type Measured, measuredKey } from '../deck/paginate/measured.ts';
import type { SlideFailure } from '../print/types.ts';

/** A part of a split slide may exceed its estimate again. */
const MOST_ROUNDS = 8;

interface Look<T> {
  /** Shows the decks in a browser. */
  look(compilation: Compilation): Promise<T>;
  failuresOf(looked: T): readonly SlideFailure[];
  /** Called with slides about to be laid out again. */
  onHigher?(slides: readonly SlideFailure[]): void;
}

interface Looked<T> {
  readonly compilation: Compilation;
  /** Signature of its inputs; null for the given compilation. */
  readonly signature: string | null;
  readonly looked: T;
}

/**
 * Shows decks in a browser, and lays out slides that are higher than estimated again as if they had that much less
 * room: in smaller type or more parts. Repeats this as needed; slides for which it does not help stay as they were.
 * @throws as `look` does
 */
export async function fitSlides<T>(
  project: Project,
  first: Compilation,
  { look, failuresOf, onHigher }: Look<T>,
): Promise<Looked<T>> {
  let last: Looked<T> = { compilation: first, signature: null, looked: await look(first) };
  const lookAgain = async (measured: Measured): Promise<boolean> => {
    const signature = signInputs(project, null);
    const { value } = compile(project, {}, measured);
    if (!value || textsOf(value) === textsOf(last.compilation)) return false;
    last = { compilation: value, signature, looked: await look(value) };
    return true;
  };
  let { higher, slides } = higherSlides(failuresOf(last.looked), last.compilation);
  let measured = addMeasured(first.measured, higher);
  for (let round = 0; round < MOST_ROUNDS && measured; round += 1) {
    if (await lookAgain(measured)) {
      onHigher?.(slides);
      ({ higher, slides } = higherSlides(failuresOf(last.looked), last.compilation));
    } else {
      // The layout did not change yet, because estimated free room has to be used up first.
      higher = twice(higher);
    }
    measured = addMeasured(measured, higher);
  }
  const helpless = Object.keys(higher);
  if (last.signature !== null && helpless.length > 0)
    await lookAgain(without(last.compilation.measured, helpless));
  return last;
}

function twice(higher: Measured): Measured {
  return Object.fromEntries(Object.entries(higher).map(([key, px]) => [key, 2 * px]));
}

/** Slides higher than estimated, and the excess by measured key. */
function higherSlides(
  failures: readonly SlideFailure[],
  { front, decks }: Compilation,
): { readonly higher: Measured; readonly slides: readonly SlideFailure[] } {
  const higher: Record<string, number> = {};
  const slides = failures.filter((failure) => {
    const deck = [front, ...decks].find(({ deck: { slug } }) => slug === failure.slug)?.deck;
    const whole = deck?.wholes?.[failure.slide - 1];
    if (!deck || !whole || failure.higher === undefined) return false;
    const key = measuredKey(deck.slug, whole);
    higher[key] = Math.max(higher[key] ?? 0, failure.higher);
    return true;
  });
  return { higher, slides };
}

function textsOf({ front, decks }: Compilation): string {
  return [front, ...decks].map(({ text }) => text).join('\n');
}
