/** `a%20b` is how Markdown writes a blank in an address; what is no such code stays as typed. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
