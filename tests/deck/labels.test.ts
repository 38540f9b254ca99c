import { expect, it } from 'vitest';
import { DECK_LANGUAGES } from '../../src/content/summary/languages.ts';
import { labelsFor } from '../../src/deck/labels.ts';

it.each([
  ['zh-CN', '谢谢'],
  ['zh-Hans-HK', '谢谢'],
  ['zh-TW', '謝謝'],
  ['zh-HK', '謝謝'],
  ['zh-Hant', '謝謝'],
  ['en-GB', 'Thank you'],
  ['ja', 'ありがとうございました'],
  ['ko-KR', '감사합니다'],
  ['de-AT', 'Vielen Dank'],
  ['fr', 'Merci'],
  ['es-MX', 'Gracias'],
  ['pt-BR', 'Agradecemos'],
  ['nl', 'Thank you'],
])('%s says %s', (lang, thanks) => {
  expect(labelsFor(lang).thanks).toBe(thanks);
});

it('each language has every word', () => {
  for (const lang of DECK_LANGUAGES) {
    for (const word of Object.values(labelsFor(lang))) expect(word.trim()).not.toBe('');
  }
});
