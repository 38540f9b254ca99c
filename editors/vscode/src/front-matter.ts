/** Whether a line is in the front matter of a summary. @param line 0-based */
export function isFrontMatter(text: string, line: number): boolean {
  const lines = text.split(/\r?\n/);
  if (!/^---\s*$/.test(lines[0] ?? '')) return false;
  const end = lines.findIndex((each, index) => index > 0 && /^---\s*$/.test(each));
  return line > 0 && (end < 0 || line < end);
}
