import { expect, it } from 'vitest';
import { deckText, EVENT, talk } from '../compile-meetup.ts';

const FIGURES = '- **3** cats\n- **4** dogs';
const MANY = Array.from(
  { length: 8 },
  (_, index) => `- **${index} of them** said so, and so did others`,
).join('\n');

/** Which slides of a talk have the alternative background. */
function others(sections: readonly string[]): readonly boolean[] {
  const body = sections.map((section, index) => `## Section ${index + 1}\n\n${section}`).join('\n\n');
  const text = deckText({ 'content/event.md': EVENT, 'content/talks/01-ada.md': talk(body) }, 'ada');
  const slides = text.split(/^# Section /m).slice(0, -1);
  // The front matter of a slide precedes its heading.
  return slides.map((before) => /\nother: true\n(?:(?!---\n).*\n)*---\n\n$/.test(before));
}

it('every second one of consecutive figures, quotes and statements has the alternative background', () => {
  expect(others([FIGURES, FIGURES, FIGURES, '> Wait.', '> Go.', '- Stay', '- Leave', FIGURES])).toEqual([
    false,
    true,
    false,
    false,
    true,
    false,
    true,
    false,
  ]);
});

it('other slides stay as they are, and parts of a section look alike', () => {
  const points = '- One of them\n- Another one';
  expect(others([points, points, FIGURES, points, FIGURES])).toEqual([false, false, false, false, false]);
  const parts = others([FIGURES, MANY, FIGURES]);
  expect(parts[0]).toBe(false);
  expect(parts.at(-1)).toBe(false);
  expect(new Set(parts.slice(1, -1))).toEqual(new Set([true]));
  expect(parts.length).toBeGreaterThan(3);
});
