import { expect, test } from 'vitest';
import { compileMeetup, EVENT, talk } from '../compile-meetup.ts';

/** Number of slides with a hanging quotation mark. */
function hanging(body: string, lang = 'en'): number {
  const { value } = compileMeetup({
    'content/event.md': EVENT.replace('lang: en', `lang: ${lang}`),
    'content/talks/01-ada.md': talk(body),
  });
  const text = value?.decks.find(({ deck: { slug } }) => slug === 'ada')?.text ?? '';
  return text.match(/^hangs: true$/gm)?.length ?? 0;
}

test.each([
  ['a quote', '## T\n\n> “It heals.”\n>\n> —— Ada'],
  ['a statement', '## T\n\n- “It heals”'],
  ['a sentence', '## T\n\n“It heals,” she says.'],
])('a quotation mark that begins %s hangs', (_, body) => {
  expect(hanging(body)).toBe(1);
  expect(hanging(body.replaceAll(/[“”]/g, ''))).toBe(0);
  // Chinese ones have their own space.
  expect(hanging(body, 'zh-CN')).toBe(0);
});

test('one of several points does not', () => {
  expect(hanging('## T\n\n- “It heals”\n- It runs')).toBe(0);
});
