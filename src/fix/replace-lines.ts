/**
 * A file's own text with the lines that changed, and everything else as it was: byte order mark and line ends.
 * @param raw as the file holds it
 * @param before the same with LF at line ends and without mark; `after` has as many lines
 */
export function replaceLines(raw: string, before: string, after: string): string {
  const mark = raw.startsWith('\uFEFF') ? '\uFEFF' : '';
  const ends = raw.match(/\r\n?|\n/g) ?? [];
  const [old, renewed] = [before.split('\n'), after.split('\n')];
  if (old.length !== ends.length + 1 || renewed.length !== old.length) {
    throw new Error(`${renewed.length} lines for a file that has ${ends.length + 1}`);
  }
  return mark + renewed.map((line, index) => line + (ends[index] ?? '')).join('');
}
