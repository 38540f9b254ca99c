/** The formats that are known, as `--format` takes them. */
export const FORMAT_NAMES = [
  'vtt',
  'srt',
  'lrc',
  'whisper-json',
  'segments-json',
  'monologues-json',
  'sentences-json',
  'docx',
  'html',
  'timed-turns',
  'labels',
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
