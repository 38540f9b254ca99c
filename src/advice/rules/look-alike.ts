import { finding } from '../../findings/finding.ts';
import type { Change } from '../text/passage.ts';
import type { SummaryAdvice } from './advice-rule.ts';
import { changesInTexts } from './typography.ts';

/**
 * Characters that look like others: radicals (\u2F08) and compatibility forms, which scanners, PDFs and some fonts
 * leave in copied text, and Cyrillic or Greek letters in a Latin word.
 */
export const lookAlike: SummaryAdvice = (summary, { passages }) =>
  changesInTexts(
    passages(),
    ({ text }) => [...formsIn(text), ...lettersIn(text)].sort((a, b) => a.start - b.start),
    ({ at, args, edits }) => finding(summary.source.path, at, 'look-alike', args, edits),
  );

/** Kangxi radicals, two of the supplement's that Unicode maps to characters, and compatibility ideographs. */
const FORMS = /[\u2E9F\u2EF3\u2F00-\u2FD5\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu;

function formsIn(text: string): readonly Change[] {
  return [...text.matchAll(FORMS)].flatMap(({ 0: form, index: start }) => {
    const right = form.normalize('NFKC');
    return right === form ? [] : [{ start, end: start + form.length, right }];
  });
}

const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [
    [
      '\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405',
      'ABEKMHOPCTYXIJS',
    ],
    ['\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455', 'aeopcyxijs'],
    [
      '\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03BF',
      'ABEZHIKMNOPTYXo',
    ],
  ].flatMap(([alike = '', letters = '']) => [...alike].map((char, index) => [char, letters[index] ?? char])),
);
const ALIKE = new RegExp(`[${Object.keys(LATIN).join('')}]`, 'g');
const WORD = /\p{L}+/gu;

/** In words with at least two Latin letters, if all others look like Latin ones. */
function lettersIn(text: string): readonly Change[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const found = [...word.matchAll(ALIKE)];
    const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
    if (found.length === 0 || latin < 2 || latin + found.length < word.length) return [];
    return found.map(({ 0: char, index: at }) => ({
      start: index + at,
      end: index + at + 1,
      right: LATIN[char] ?? char,
    }));
  });
}
