import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/content/inline.ts';
import type { Slide } from '../../src/deck/deck.ts';
import { compileMeetup, deckText, EVENT, talk } from '../compile-meetup.ts';

const TALK = 'content/talks/01-ada.md';
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/** The slides of a talk's one section. */
function slides(body: string): readonly Slide[] {
  const { value, diagnostics } = compileMeetup({ 'content/event.md': EVENT, [TALK]: talk(body) });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value.decks[0]?.deck.slides.slice(1, -1) ?? [];
}

const parts = (found: readonly Slide[]) => found.map(({ part }) => part && `${part.index}/${part.total}`);

describe('paginate', () => {
  it('leaves alone what fits', () => {
    expect(
      parts(
        slides(
          `## T\n\n${numbers(8)
            .map((n) => `- point ${n}`)
            .join('\n')}`,
        ),
      ),
    ).toEqual([null]);
  });

  it('continues a long list evenly, with all points in order and notes said once', () => {
    const found = slides(
      `## T\n\n${numbers(20)
        .map((n) => `- point ${n}`)
        .join('\n')}\n\n<!-- note -->`,
    );
    expect(parts(found)).toEqual(['1/3', '2/3', '3/3']);
    const points = found.flatMap((slide) =>
      slide.kind === 'points' ? [slide.items.map((i) => plainText(i.text))] : [],
    );
    expect(points.map(({ length }) => length)).toEqual([7, 7, 6]);
    expect(points.flat()).toEqual(numbers(20).map((n) => `point ${n}`));
    expect(found.map(({ notes }) => notes.length)).toEqual([1, 0, 0]);
  });

  it('goes on counting in steps', () => {
    const found = slides(
      `## T\n\n${numbers(12)
        .map((n) => `${n}. step`)
        .join('\n')}`,
    );
    expect(found.map((slide) => slide.kind === 'steps' && slide.start)).toEqual([1, 7]);
  });

  it('repeats the header of a table', () => {
    const rows = numbers(12).map((n) => `| r${n} | ${n} |`);
    const deck = deckText(
      { 'content/event.md': EVENT, [TALK]: talk(`## T\n\n| a | b |\n|---|---|\n${rows.join('\n')}`) },
      'ada',
    );
    expect(deck.match(/^\| a \| b \|$/gm)).toHaveLength(2);
    expect(deck.match(/^\| r\d+ \| \d+ \|$/gm)).toEqual(rows);
    expect(deck).toContain('# T (1/2)');
    expect(deck).toContain('# T (2/2)');
  });

  it('parts a long text between its blocks, and a list in it between its items', () => {
    const found = slides(
      `## T\n\nFirst.\n\n${numbers(9)
        .map((n) => `- item ${n}`)
        .join('\n')}\n\nLast.\n\nEnd.`,
    );
    expect(found).toHaveLength(2);
    const kinds = found.map((slide) => (slide.kind === 'text' ? slide.blocks.map(({ type }) => type) : []));
    expect(kinds).toEqual([
      ['paragraph', 'list'],
      ['list', 'paragraph', 'paragraph'],
    ]);
  });

  it('keeps the paragraph above on the first page and the one below on the last', () => {
    const found = slides(
      `## T\n\nAbove.\n\n${numbers(14)
        .map((n) => `- point ${n}`)
        .join('\n')}\n\nBelow.`,
    );
    const frames = found.map((slide) => ('lead' in slide ? [slide.lead !== null, slide.aside !== null] : []));
    expect(frames).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('parts long code between lines', () => {
    const lines = numbers(30).map((n) => `line(${n});`);
    const found = slides(`## T\n\n\`\`\`js\n${lines.join('\n')}\n\`\`\``);
    expect(found).toHaveLength(3);
    expect(found.flatMap((slide) => (slide.kind === 'code' ? slide.code.split('\n') : []))).toEqual(lines);
  });

  it('counts Chinese text by its width, which is about twice that of Latin text', () => {
    const point = (text: string) => `- ${text}`;
    const chinese = slides(
      `## T\n\n${numbers(6)
        .map(() => point('架构'.repeat(30)))
        .join('\n')}`,
    );
    const latin = slides(
      `## T\n\n${numbers(6)
        .map(() => point('ab '.repeat(20)))
        .join('\n')}`,
    );
    expect(parts(chinese)).toEqual(['1/2', '2/2']);
    expect(parts(latin)).toEqual([null]);
  });
});
