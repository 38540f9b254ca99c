const LATIN = /^\p{Script=Latin}$/u;
const MARK = /^\p{M}$/u;

/** Whether the UTF-16 unit at `index` is a Latin letter, accented or full-width ones included. */
export function isLatinAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return code >= 0xaa && !isChinese(code) && LATIN.test(text.charAt(index));
}

/** Whether the UTF-16 unit at `index` is a mark on the character before it. */
export function isMarkAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0x300 && !isChinese(code) && MARK.test(text.charAt(index));
}

/** Most of a Chinese text, told apart without a regular expression. */
function isChinese(code: number): boolean {
  return code >= 0x3000 && code < 0xa000;
}
