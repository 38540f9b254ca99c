/** Text as a file holds it, without byte order mark and with LF at line ends, whatever editor wrote it. */
export function normalizeText(text: string): string {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return body.includes('\r') ? body.replaceAll(/\r\n?/g, '\n') : body;
}
