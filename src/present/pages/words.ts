/** The stage's own words. */
export interface Words {
  readonly loading: (done: number, total: number) => string;
  readonly ready: string;
  readonly online: string;
  readonly away: string;
  readonly offered: (slides: number) => string;
  readonly errors: (places: readonly string[]) => string;
  readonly black: string;
  readonly white: string;
  readonly place: (deck: number, decks: number, page: number, pages: number) => string;
  readonly used: (used: string, minutes: number | null) => string;
  readonly next: (title: string) => string;
  readonly break: string;
  readonly keysTitle: string;
  readonly keys: readonly (readonly [key: string, what: string])[];
}

/** @param lang BCP 47; a language without words of its own gets the English ones */
export function wordsFor(lang: string): Words {
  return /^zh\b/i.test(lang) ? ZH : EN;
}

/** All that the stage may say in a language, for the fonts. */
export function allWords(lang: string): string {
  const { loading, offered, errors, place, used, next, keys, ...plain } = wordsFor(lang);
  const made = [loading(0, 0), offered(1), errors([]), place(0, 0, 0, 0), used('', 1), next('')];
  return [...made, ...Object.values(plain), ...keys.flat()].join(' ');
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

const EN: Words = {
  loading: (done, total) => `Getting ready: ${done} of ${total}`,
  ready: 'Ready. The server may go.',
  online: 'This browser cannot keep the decks: the server must stay.',
  away: 'The server is away; everything goes on.',
  offered: (slides) => `${count(slides, 'slide')} changed: take ${slides === 1 ? 'it' : 'them'} with R`,
  errors: (places) => `Not taken, there are errors: ${places.join(', ')}`,
  black: 'The screen is black (B)',
  white: 'The screen is white (W)',
  place: (deck, decks, page, pages) => `Deck ${deck} of ${decks}, slide ${page} of ${pages}`,
  used: (used, minutes) => (minutes === null ? used : `${used} of ${minutes} min`),
  next: (title) => `Next: ${title}`,
  break: 'Break: the next key goes on',
  keysTitle: 'Keys',
  keys: [
    ['\u2192 \u2193 Space PageDown', 'next'],
    ['\u2190 \u2191 PageUp', 'back'],
    ['Home, End', 'first and last slide of this deck; with Shift, of the evening'],
    ['N, Shift+N', 'next and previous deck'],
    ['5 Enter', 'slide 5 of this deck'],
    ['B or .', 'black screen'],
    ['W or ,', 'white screen'],
    ['O', 'all slides'],
    ['F', 'full screen'],
    ['P', 'presenter\u2019s window'],
    ['R', 'take what has changed (presenter\u2019s window)'],
    ['?', 'this list'],
  ],
};

const ZH: Words = {
  loading: (done, total) => `\u6B63\u5728\u51C6\u5907\uFF1A${done}/${total}`,
  ready: '\u5DF2\u5C31\u7EEA\uFF0C\u670D\u52A1\u5668\u53EF\u4EE5\u5173\u6389\u3002',
  online:
    '\u8FD9\u4E2A\u6D4F\u89C8\u5668\u65E0\u6CD5\u4FDD\u5B58\u5E7B\u706F\u7247\uFF1A\u8BF7\u4FDD\u6301\u670D\u52A1\u5668\u8FD0\u884C\u3002',
  away: '\u670D\u52A1\u5668\u5DF2\u65AD\u5F00\uFF0C\u6F14\u793A\u4E0D\u53D7\u5F71\u54CD\u3002',
  offered: (slides) => `\u6709 ${slides} \u9875\u5DF2\u66F4\u65B0\uFF1A\u6309 R \u91C7\u7528`,
  errors: (places) => `\u5185\u5BB9\u6709\u9519\uFF0C\u6682\u4E0D\u66F4\u65B0\uFF1A${places.join('\u3001')}`,
  black: '\u5C4F\u5E55\u5DF2\u9ED1\uFF08B\uFF09',
  white: '\u5C4F\u5E55\u5DF2\u767D\uFF08W\uFF09',
  place: (deck, decks, page, pages) => `\u7B2C ${deck}/${decks} \u573A\uFF0C\u7B2C ${page}/${pages} \u9875`,
  used: (used, minutes) => (minutes === null ? used : `${used} / ${minutes} \u5206\u949F`),
  next: (title) => `\u4E0B\u4E00\u573A\uFF1A${title}`,
  break: '\u4F11\u606F\u4E2D\uFF1A\u6309\u4E0B\u4E00\u9875\u952E\u7EE7\u7EED',
  keysTitle: '\u6309\u952E',
  keys: [
    ['\u2192 \u2193 \u7A7A\u683C PageDown', '\u4E0B\u4E00\u6B65'],
    ['\u2190 \u2191 PageUp', '\u4E0A\u4E00\u6B65'],
    [
      'Home\u3001End',
      '\u672C\u573A\u7684\u7B2C\u4E00\u9875\u548C\u6700\u540E\u4E00\u9875\uFF1B\u52A0 Shift \u4E3A\u6574\u573A\u6D3B\u52A8',
    ],
    ['N\u3001Shift+N', '\u4E0B\u4E00\u573A\u3001\u4E0A\u4E00\u573A'],
    ['5 Enter', '\u672C\u573A\u7B2C 5 \u9875'],
    ['B \u6216 .', '\u9ED1\u5C4F'],
    ['W \u6216 ,', '\u767D\u5C4F'],
    ['O', '\u6240\u6709\u9875\u9762'],
    ['F', '\u5168\u5C4F'],
    ['P', '\u6F14\u8BB2\u8005\u7A97\u53E3'],
    ['R', '\u91C7\u7528\u66F4\u65B0\uFF08\u6F14\u8BB2\u8005\u7A97\u53E3\uFF09'],
    ['?', '\u663E\u793A\u672C\u8868'],
  ],
};
