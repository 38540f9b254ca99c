import { canonicalText } from './canonical.ts';
import type { Source } from './formats/format.ts';
import { detectFormat } from './formats/index.ts';
import type { Meeting } from './meeting.ts';
import { findMeeting, type Given } from './structure/find-meeting.ts';

/**
 * Turns a transcript into a meeting: who said what, in talks and answers.
 * @param format from `--format`; null to detect it
 * @throws CliError for an unknown format
 */
export function importTranscript(source: Source, format: string | null, given: Given): Meeting {
  const detected = detectFormat(source, format);
  const reading = detected.read(source, given.lang);
  const lined =
    reading.lines === null ? canonicalText(reading.pieces) : { lines: reading.lines, pieces: reading.pieces };
  return findMeeting(
    {
      ...reading,
      ...lined,
      format: detected.name,
      encoding: source.encoding,
      isVerbatim: reading.lines !== null,
    },
    given,
  );
}
