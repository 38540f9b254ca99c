/** Whether a line stands in the front matter of a summary. @param line from 0 */
export function isFrontMatter(text: string, line: number): boolean {
  const lines = text.split(/\r?\n/);
  if (!/^---\s*$/.test(lines[0] ?? '')) return false;
  const end = lines.findIndex((each, index) => index > 0 && /^---\s*$/.test(each));
  return line > 0 && (end < 0 || line < end);
}
