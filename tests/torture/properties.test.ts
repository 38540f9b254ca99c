import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from '../../src/content/summary/markup.ts';
import { BOXES } from '../../src/deck/typeset/canvas.ts';
import { pageOf } from '../../src/deck/typeset/page.ts';
import { compileMeetup, EVENT, talk } from '../compile-meetup.ts';
import { IS_WHOLE } from '../deep.ts';
import { slideHeight } from './slide-height.ts';
import { slideTexts } from './slide-texts.ts';
import { randomRecipe } from './torture-meetup.ts';
import { tortureSection } from './torture-section.ts';

const NO_FONTS = { regular: null, bold: null, heading: null, code: null };
const REPEATING: readonly string[] = ['table', 'wide', 'bars', 'blocks'];

test('whatever a section holds, its parts are numbered, fit by their estimate, and say it all', () => {
  const lang = fc.constantFrom('zh-CN', 'en');
  const ratio = fc.constantFrom('16:9' as const, '4:3' as const);
  fc.assert(
    fc.property(randomRecipe, lang, ratio, (recipe, language, shape) => {
      const { markdown, texts } = tortureSection(recipe, 'Title');
      const event = EVENT.replace('lang: en', `lang: ${language}\nratio: "${shape}"`);
      const { value, findings } = compileMeetup({
        'content/event.md': event,
        'content/talks/01-ada.md': talk(markdown),
      });
      const deck = value?.decks[0]?.deck;
      if (!deck) throw new Error(JSON.stringify(findings));
      const parts = deck.slides.filter(({ place }) => place !== null);
      const total = parts.length;
      expect(parts.map(({ part }) => part)).toEqual(
        total === 1 ? [null] : parts.map((_, index) => ({ index: index + 1, total })),
      );
      expect(new Set(parts.map(({ density }) => density)).size).toBe(1);
      expect(parts.map(({ title }) => plainText(title))).toEqual(parts.map(() => 'Title'));
      for (const slide of parts) {
        expect(slideHeight(slide, pageOf(deck, NO_FONTS, slide.density))).toBeLessThanOrEqual(
          BOXES[shape].height,
        );
      }
      const said = squash(parts.flatMap(slideTexts).join(''));
      const expected = squash(texts.join(''));
      if (REPEATING.includes(recipe.kind)) expect(said.length).toBeGreaterThanOrEqual(expected.length);
      else expect(said).toBe(expected);
    }),
    { seed: 20_261_122, numRuns: IS_WHOLE ? 60 : 20 },
  );
});

function squash(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
