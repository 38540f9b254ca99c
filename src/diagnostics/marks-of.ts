/** The lines that a fence marks, 1-based: `{2,5}` behind its language. @param info of the fence */
export function marksOf(info: string): readonly number[] {
  const [, numbers = ''] = /\{([\d,]+)\}/.exec(info) ?? [];
  return numbers.split(',').filter(Boolean).map(Number);
}
