export interface Decoded {
  readonly text: string;
  /** WHATWG name. */
  readonly encoding: string;
}

/**
 * Decodes bytes from any source: UTF-8, UTF-16, or what devices and old programs still save. Invalid bytes become
 * U+FFFD, since their original meaning is unknown.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = markOf(bytes) ?? guess(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Bytes examined to detect an encoding. */
const SAMPLE = 1 << 16;

function markOf(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE);
  const wide = wideOf(sample);
  if (wide !== null) return wide;
  if (isMostlyUtf8(bytes.length > SAMPLE * 64 ? sample : bytes)) return 'utf-8';
  const ranked = LEGACY.map((encoding) => ({ encoding, score: scoreOf(sample, encoding) }));
  ranked.sort((a, b) => b.score - a.score);
  return ranked[0]?.encoding ?? 'utf-8';
}

/** UTF-16 without a byte order mark: in text with Latin letters or line ends, every other byte is often zero. */
function wideOf(sample: Uint8Array): string | null {
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < sample.length * 0.02 || Math.min(even, odd) * 8 > Math.max(even, odd))
    return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/**
 * Damaged UTF-8 has few invalid bytes among many valid characters; other encodings read as UTF-8 have hardly any valid
 * ones.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = countOf(text, /\uFFFD/g);
  return bad === 0 || bad * 3 < countOf(text, /[\u0080-\uFFFC]/g);
}

function countOf(text: string, what: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(what)) count += 1;
  return count;
}

/** The first one wins a tie. */
const LEGACY = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252'] as const;

/** Share of a text that consists of its script's commonest characters; wrongly decoded text consists of rare ones. */
function scoreOf(sample: Uint8Array, encoding: (typeof LEGACY)[number]): number {
  let text: string;
  try {
    // The sample may end inside a character.
    text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return encoding === 'windows-1252' ? 0 : -1;
  }
  const beyond = [...text].filter((character) => character > '\u007F');
  if (beyond.length === 0) return 0;
  return beyond.filter((character) => COMMON[encoding].test(character)).length / beyond.length;
}

const SIGNS = '\\u3001\\u3002\\uFF0C\\uFF1A\\uFF1F\\uFF01\\u201C\\u201D\\uFF08\\uFF09';
const SIMPLIFIED =
  '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长把第些今分享欢迎谢问';
const TRADITIONAL =
  '的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長把第些今分享歡迎謝問';
const COMMON: Readonly<Record<(typeof LEGACY)[number], RegExp>> = {
  gb18030: new RegExp(`[${SIMPLIFIED}${SIGNS}]`),
  big5: new RegExp(`[${TRADITIONAL}${SIGNS}]`),
  shift_jis: /[\u3040-\u30FF\u3001\u3002\uFF01\uFF1F]/,
  'euc-kr': /[\uAC00-\uD7A3]/,
  'windows-1252': /[\u00C0-\u00FF\u2018-\u201D\u2013\u2014\u2026]/,
};
