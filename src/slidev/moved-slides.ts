import { diffArrays } from 'diff';

/** What tells slides apart. */
export interface SlideLike {
  readonly title?: string | undefined;
  readonly content: string;
  readonly frontmatter: Readonly<Record<string, unknown>>;
}

type Sign = (slide: SlideLike) => string;

const LOOK: Sign = ({ frontmatter, content }) => `${frontmatter.layout}\n${content.trim()}`;
const HEAD: Sign = ({ frontmatter, title }) => `${frontmatter.layout}\n${title}`;
const TITLE: Sign = ({ title }) => `${title}`;

/**
 * Where each slide of a deck has gone with an edit: at the index of its old number less one its new number. It is known
 * by what it says, else by its title, else by its place; one that is gone leads to the one that stands there now. Null
 * where all have kept their numbers.
 */
export function movedSlides(
  before: readonly SlideLike[],
  after: readonly SlideLike[],
): readonly number[] | null {
  /** From index to index. */
  const known = new Map<number, number>();
  const all = (slides: readonly SlideLike[]) => slides.map((_, index) => index);
  inOrder(all(before), all(after), [LOOK, HEAD, TITLE]);
  for (const sign of [LOOK, HEAD]) elsewhere(sign);
  const taken = new Set(known.values());
  let next = 0;
  const to = before.map((_, index) => {
    const place = known.get(index) ?? Math.min(next, after.length - 1);
    if (known.has(index) || !taken.has(place)) next = place + 1;
    return place + 1;
  });
  return to.every((no, index) => no === index + 1) ? null : to;

  /** Pairs slides that have kept their order by the first sign, and those between two pairs by the next one. */
  function inOrder(
    left: readonly number[],
    right: readonly number[],
    [sign, ...signs]: readonly Sign[],
  ): void {
    if (!sign || left.length === 0 || right.length === 0) return;
    const changes = diffArrays(
      left.map((index) => signOf(before, index, sign)),
      right.map((index) => signOf(after, index, sign)),
    );
    let [a, b, fromA, fromB] = [0, 0, 0, 0];
    const between = () => inOrder(left.slice(fromA, a), right.slice(fromB, b), signs);
    for (const { added, removed, count } of changes) {
      if (!added && !removed) {
        between();
        for (let each = 0; each < count; each += 1) pair(left[a + each], right[b + each]);
        [fromA, fromB] = [a + count, b + count];
      }
      if (!added) a += count;
      if (!removed) b += count;
    }
    between();
  }

  /** Pairs those that were put elsewhere. */
  function elsewhere(sign: Sign): void {
    const taken = new Set(known.values());
    const free = all(after).filter((index) => !taken.has(index));
    for (const index of all(before)) {
      if (known.has(index)) continue;
      const at = free.findIndex((each) => signOf(after, each, sign) === signOf(before, index, sign));
      if (at >= 0) pair(index, free.splice(at, 1)[0]);
    }
  }

  function pair(old: number | undefined, fresh: number | undefined): void {
    if (old !== undefined && fresh !== undefined) known.set(old, fresh);
  }
}

function signOf(slides: readonly SlideLike[], index: number, sign: Sign): string {
  const slide = slides[index];
  return slide ? sign(slide) : '';
}
