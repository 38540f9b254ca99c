/** A transcript as an editor shows it: `lines[0]` is line 1. */
export interface Transcript {
  readonly lines: readonly string[];
}

/** Lines end in LF or CRLF; a byte order mark and the end of the last line are no text. */
export function parseTranscript(text: string): Transcript {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return { lines };
}
