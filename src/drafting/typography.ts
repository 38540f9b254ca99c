import type { Script } from '../content/claims/words.ts';
import { findCitations, findMalformedCitations } from '../content/parse/citation.ts';

const HAN = String.raw`[\p{Script=Han}\u3007]`;
const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
};
const WIDE = '\u3001\u3002\u3008-\u3011\uFF01\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F';

/**
 * Formats text as `check --fix` would: full-width punctuation beside Chinese characters, a space between them and Latin
 * letters or digits, none beside full-width signs. English stays as it is, apart from full-width signs. Anything like a
 * citation, even a malformed one, gets other brackets, since nobody cited anything.
 */
export function tidy(text: string, script: Script): string {
  const plain = [...findCitations(text), ...findMalformedCitations(text)].reduce(
    (rest, found) => rest.replace(found, () => `〔${found.slice(1, -1)}〕`),
    text,
  );
  return script === 'zh' ? tidyChinese(plain) : tidyLatin(plain);
}

function tidyChinese(text: string): string {
  const signs = fullBrackets(text.replace(/\s+/g, ' '))
    .replace(new RegExp(`(?<=${HAN} ?)[,:;](?: )?|[,:;] ?(?=${HAN})`, 'gu'), full)
    .replace(new RegExp(`(?<=${HAN}["”’」』）]?)[?!]+`, 'gu'), (marks) => [...marks].map(full).join(''))
    .replace(new RegExp(`(?<=${HAN})\\.(?=\\s|$)`, 'gu'), '。');
  return signs
    .replace(new RegExp(`(${HAN})(?=[A-Za-z0-9\u00C0-\u024F])`, 'gu'), '$1 ')
    .replace(new RegExp(`([A-Za-z\u00C0-\u024F0-9]|\\d%|[A-Za-z]\\+{1,2}|[A-Za-z]#)(?=${HAN})`, 'gu'), '$1 ')
    .replace(new RegExp(` *([${WIDE}]) *`, 'g'), '$1')
    .trim();
}

function full(sign: string): string {
  return FULL[sign.trim()] ?? sign;
}

/** Brackets that touch a Chinese character on either side. */
function fullBrackets(text: string): string {
  return text.replace(/\(([^()]*)\)/g, (all: string, inner: string, index: number) => {
    const around = [text[index - 1], inner[0], inner.at(-1), text[index + all.length]];
    return around.some((char) => char !== undefined && /\p{Script=Han}/u.test(char)) ? `（${inner}）` : all;
  });
}

function tidyLatin(text: string): string {
  return text
    .replace(/[\uFF0C\u3002\uFF1A\uFF1B\uFF1F\uFF01]\s*/g, (sign) => `${HALF[sign.charAt(0)] ?? sign} `)
    .replace(/\s*\uFF08\s*/g, ' (')
    .replace(/\s*\uFF09/g, ')')
    .replace(/\s+/g, ' ')
    .trim();
}

const HALF: Readonly<Record<string, string>> = {
  '\uFF0C': ',',
  '\u3002': '.',
  '\uFF1A': ':',
  '\uFF1B': ';',
  '\uFF1F': '?',
  '\uFF01': '!',
};
