import { canonicalText } from './canonical.ts';
import type { Source } from './formats/format.ts';
import { detectFormat } from './formats/index.ts';
import type { LinedReading } from './structure/find-meeting.ts';

/**
 * Reads a transcript: who says what, on which line.
 * @param format from `--format`; null to detect it
 * @param lang of the meetup, if known
 * @throws CliError for an unknown format
 */
export function readTranscript(source: Source, format: string | null, lang: string | null): LinedReading {
  const detected = detectFormat(source, format);
  const { pieces, lines, facts, damages } = detected.read(source, lang);
  const { encoding, text } = source;
  return {
    ...(lines === null ? canonicalText(pieces) : { lines, pieces: [...pieces] }),
    facts,
    damages,
    format: detected.name,
    encoding,
    verbatim: lines === null ? null : text,
  };
}
