import type { Project } from '../base/project.ts';
import { signInputs } from '../build/build-record.ts';
import { type Compilation, compile } from '../build/compile.ts';
import { addMeasured, without } from '../build/measured-slides.ts';
import { type Measured, measuredKey } from '../deck/paginate/measured.ts';
import type { SlideFailure } from '../print/types.ts';

/** A slide that is parted may be higher than estimated in a part. */
const MOST_ROUNDS = 8;

interface Look<T> {
  /** Shows the decks in a browser. */
  look(compilation: Compilation): Promise<T>;
  failuresOf(looked: T): readonly SlideFailure[];
  /** Called with slides that are to be parted anew. */
  onHigher?(slides: readonly SlideFailure[]): void;
}

interface Looked<T> {
  readonly compilation: Compilation;
  /** Of what it was made of; null where it is the one that was given. */
  readonly signature: string | null;
  readonly looked: T;
}

/**
 * Looks at decks in a browser, and where slides are higher there than estimated, sets them as if they had that much less
 * room, in smaller type or in more parts, and looks again. What that does not help stays as it was.
 * @throws as `look` does
 */
export async function partAnew<T>(
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
      // What they were estimated to leave free has to go first, however much that is.
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

/** The slides that are higher than estimated, and by how much, by what they are parts of. */
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
