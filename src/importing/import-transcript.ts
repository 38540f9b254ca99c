import { canonicalText } from './canonical.ts';
import type { Source } from './formats/format.ts';
import { detectFormat } from './formats/index.ts';
import type { Meeting } from './meeting.ts';
import { findMeeting, type Given } from './structure/find-meeting.ts';

/**
 * A transcript as a meeting: what was said by whom, in talks and answers.
 * @param format as `--format` gives it; null to find out
 * @throws CliError where its format is not known
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
