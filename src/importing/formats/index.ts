import { CliError, type Wording, wording } from '../../base/errors.ts';
import { LRC, SRT, VTT } from './captions.ts';
import type { Format, Source } from './format.ts';
import { FIREFLIES, REV, SEGMENTS, WHISPER } from './json.ts';
import { DOCX, HTML } from './markup.ts';
import { LABELS, PLAIN, TIMED, WRAPPED } from './text.ts';

/**
 * All formats, in the order in which they are tried: first those recognized by bytes or structure, then text, where
 * turn heads come before statistics of labels.
 */
export const FORMATS: readonly Format[] = [
  DOCX,
  WHISPER,
  SEGMENTS,
  REV,
  FIREFLIES,
  VTT,
  SRT,
  LRC,
  HTML,
  TIMED,
  WRAPPED,
  LABELS,
  PLAIN,
];

/**
 * Detects the format of a file.
 * @param name from `--format`; null to detect it
 * @throws CliError if no format fits, with what the file seems to be
 */
export function detectFormat(source: Source, name: string | null): Format {
  if (name !== null) {
    const named = FORMATS.find((format) => format.name === name);
    if (named) return named;
    throw new CliError(
      wording`There is no format ${name}.`,
      wording`Known are: ${FORMATS.map((format) => format.name).join(', ')}.`,
    );
  }
  const foreign = foreignKind(source);
  const found = FORMATS.find((format) => (foreign === null || format === DOCX) && format.fits(source));
  if (found) return found;
  throw new CliError(
    wording`${source.name} is not a transcript in a known format: it is ${foreign?.what ?? wording`empty`}.`,
    foreign?.hint ?? wording`Known formats are listed in docs/import.md; name one with --format.`,
  );
}

interface ForeignKind {
  readonly what: Wording;
  readonly hint: Wording;
}

const OTHERWISE = wording`If it is a transcript all the same, name its format with --format (docs/import.md lists them).`;

/** Beginnings of files that are something else. */
const MAGIC: readonly (readonly [RegExp, ForeignKind])[] = [
  [
    /^%PDF-/,
    { what: wording`a PDF`, hint: wording`Make text of it first: pdftotext -layout FILE, then import that.` },
  ],
  [
    /^\{\\rtf/,
    { what: wording`an RTF document`, hint: wording`Save it as text or as .docx, then import that.` },
  ],
  [
    /^\u00D0\u00CF.\u00E0/s,
    { what: wording`an old Word document`, hint: wording`Save it as .docx, then import that.` },
  ],
  [
    /^PK../s,
    {
      what: wording`a ZIP archive without a Word document in it`,
      hint: wording`Unpack it and import what is in it.`,
    },
  ],
  [
    /^(?:\u0089PNG|\u00FF\u00D8\u00FF|GIF8|RIFF....WEBP)/s,
    { what: wording`a picture`, hint: wording`Import text, not its picture.` },
  ],
  [
    /^(?:ID3|OggS|RIFF....WAVE|fLaC|.{4}ftyp|.E\u00DF\u00A3)/s,
    {
      what: wording`a recording`,
      hint: wording`Let a service or Whisper make a transcript of it, then import that.`,
    },
  ],
];

function foreignKind({ bytes, text }: Source): ForeignKind | null {
  const beginning = String.fromCharCode(...bytes.subarray(0, 16));
  const magic = MAGIC.find(([pattern]) => pattern.test(beginning))?.[1];
  if (magic) return magic;
  const sample = text.slice(0, 20_000);
  const controls = sample.match(/(?![\s\u007F-\u009F])[\p{Cc}\uFFFD]/gu)?.length ?? 0;
  if (controls > sample.length * 0.1) return { what: wording`not text`, hint: OTHERWISE };
  return foreignJson(text);
}

function foreignJson(text: string): ForeignKind | null {
  if (!/^\s*[[{]\s*["{[]/.test(text)) return null;
  const keys = [...text.slice(0, 5_000).matchAll(/"([\w-]{1,40})"\s*:/g)].map(([, key]) => key);
  if (keys.length === 0 || /"(?:segments|monologues|speaker_name)"/.test(text)) return null;
  return { what: wording`JSON with ${[...new Set(keys)].slice(0, 6).join(', ')}`, hint: OTHERWISE };
}
