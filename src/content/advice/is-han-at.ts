const HAN = /^[\p{Script=Han}\u3007]$/u;

/** Whether the character that the UTF-16 unit at `index` belongs to is a Chinese one. */
export function isHanAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (Number.isNaN(code) || code < 0x2e80) return false;
  if (code >= 0x4e00 && code < 0xa000) return true;
  const start = code >= 0xdc00 && code < 0xe000 ? index - 1 : index;
  return HAN.test(String.fromCodePoint(text.codePointAt(start) ?? 0));
}
