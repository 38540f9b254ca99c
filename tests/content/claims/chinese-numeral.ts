const DIGITS = '零一二三四五六七八九';
const SMALL_UNITS = ['', '十', '百', '千'];
const LARGE_UNITS = ['', '万', '亿'];

/** A non-negative integer below 10^12 in Chinese numerals: 1200 is 一千二百, 100500 is 十万零五百. */
export function chineseNumeral(value: number): string {
  if (value === 0) return DIGITS.charAt(0);
  let text = '';
  for (let level = 2; level >= 0; level -= 1) {
    const section = Math.floor(value / 10_000 ** level) % 10_000;
    if (text !== '' && section < 1000 && !text.endsWith('零')) text += '零';
    if (section > 0) text += writeSection(section) + LARGE_UNITS[level];
  }
  return text.replace(/零$/, '').replace(/^一十/, '十');
}

function writeSection(section: number): string {
  const digits = String(section);
  let text = '';
  for (const [index, char] of [...digits].entries()) {
    const digit = Number(char);
    if (digit !== 0) text += (DIGITS[digit] ?? '') + SMALL_UNITS[digits.length - 1 - index];
    else if (!text.endsWith('零')) text += '零';
  }
  return text.replace(/零$/, '');
}
