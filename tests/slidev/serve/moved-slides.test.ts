import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movedSlides, type SlideLike } from '../../../src/slidev/serve/updates.ts';

/** A slide by its title, followed by any further text; the prefix `stats: ` sets its layout. */
function slide(text: string): SlideLike {
  const [, layout = 'points', title = '', more = ''] = /^(?:(\w+): )?(\w+)(.*)$/.exec(text) ?? [];
  return { title, content: `# ${title}\n\n${more}`, frontmatter: { layout } };
}
const moved = (before: readonly string[], after: readonly string[]) =>
  movedSlides(before.map(slide), after.map(slide));

describe('a slide is followed', () => {
  test.each([
    ['nothing has changed', ['A', 'B', 'C'], ['A', 'B', 'C'], null],
    ['one is edited', ['A', 'B', 'C'], ['A', 'B, too', 'C'], null],
    ['one is renamed', ['A', 'B', 'C'], ['A', 'X', 'C'], null],
    ['one is added above', ['A', 'B', 'C'], ['A', 'X', 'B', 'C'], [1, 3, 4]],
    ['one is added above, and it is edited', ['A', 'B 1', 'C'], ['A', 'X', 'B 2', 'C'], [1, 3, 4]],
    ['one is added above, and others follow suit', ['A 2', 'B', 'C'], ['A 3', 'X', 'B', 'C'], [1, 3, 4]],
    ['one is added at the end', ['A', 'B'], ['A', 'B', 'X'], null],
    ['it is another kind now', ['A', 'B 1', 'C'], ['A', 'X', 'stats: B 2', 'C'], [1, 3, 4]],
    ['it is split', ['A', 'B 1 2', 'C'], ['A', 'B 1', 'B 2', 'C'], [1, 2, 4]],
    ['one above is taken away', ['A', 'B', 'C'], ['A', 'C'], [1, 2, 2]],
    ['it is taken away, and was the last', ['A', 'B', 'C'], ['A', 'B'], [1, 2, 2]],
    ['it changes places', ['A', 'B', 'C', 'D'], ['A', 'C', 'D', 'B'], [1, 4, 2, 3]],
  ])('where %s', (_, before, after, expected) => {
    expect(moved(before, after)).toEqual(expected);
  });
});

test('every number is one of a slide, whatever the edit', () => {
  const deck = fc.array(fc.constantFrom('A', 'B', 'C', 'A 1', 'A 2', 'stats: A'), { minLength: 1 });
  fc.assert(
    fc.property(deck, deck, (before, after) => {
      const to = moved(before, after) ?? before.map((_, index) => index + 1);
      expect(to).toHaveLength(before.length);
      for (const no of to) expect(after[no - 1]).toBeDefined();
    }),
  );
});

test('with slides that are all different, each stays with itself through any cut', () => {
  const letters = [...'ABCDEFGHIJ'];
  fc.assert(
    fc.property(fc.subarray(letters, { minLength: 1 }), (after) => {
      const to = moved(letters, after) ?? letters.map((_, index) => index + 1);
      for (const each of after) expect(after[(to[letters.indexOf(each)] ?? 0) - 1]).toBe(each);
    }),
  );
});
