/** One or two characters that stand for a person: the last of a Chinese name, else the initials. */
export function monogram(name: string): string {
  const words = name
    .trim()
    .split(/[\s·.-]+/)
    .filter((word) => word !== '');
  const [first = '', ...rest] = words;
  if (/^\p{Script=Han}/u.test(first)) return [...first].at(-1) ?? '';
  return [first, rest.at(-1) ?? '']
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}
