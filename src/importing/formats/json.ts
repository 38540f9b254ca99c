import * as v from 'valibot';
import { CliError, wording } from '../../base/errors.ts';
import {
  type Format,
  NO_FACTS,
  type Piece,
  type ReadDamage,
  type Source,
  secondsOf,
  speech,
} from './format.ts';

const time = v.optional(v.nullable(v.union([v.number(), v.string()])));
const text = v.optional(v.nullable(v.string()));
const speaker = v.optional(v.nullable(v.union([v.string(), v.number()])));

const segment = v.object({
  start: time,
  startTime: time,
  text,
  body: text,
  speaker,
  avg_logprob: v.optional(v.nullable(v.number())),
  no_speech_prob: v.optional(v.nullable(v.number())),
});
type Segment = v.InferOutput<typeof segment>;
const segments = v.object({ segments: v.array(segment), language: text });
const monologues = v.object({
  monologues: v.array(
    v.object({
      speaker,
      elements: v.array(v.object({ value: text, ts: v.optional(v.nullable(v.number())) })),
    }),
  ),
});
const sentence = v.object({
  sentence: text,
  text,
  speaker_name: speaker,
  speaker_id: speaker,
  startTime: time,
  start_time: time,
  time,
});
const sentences = v.union([
  v.array(sentence),
  v.pipe(
    v.object({ sentences: v.array(sentence) }),
    v.transform((whole) => whole.sentences),
  ),
]);

export const WHISPER: Format = {
  name: 'whisper-json',
  title: 'JSON of Whisper',
  fits: (source) => /^\s*\{/.test(source.text) && hasKeys(source, '"segments"', '"avg_logprob"'),
  read: readSegments,
};

export const SEGMENTS: Format = {
  name: 'segments-json',
  title: 'JSON with segments (WhisperX, Podcasting 2.0, OpenAI)',
  fits: (source) => /^\s*\{/.test(source.text) && hasKeys(source, '"segments"'),
  read: readSegments,
};

export const REV: Format = {
  name: 'rev-json',
  title: 'JSON of Rev',
  fits: (source) => /^\s*\{/.test(source.text) && hasKeys(source, '"monologues"'),
  read(source) {
    const whole = parse(source, monologues, 'monologues');
    const pieces = whole.monologues.map(({ speaker: id, elements }) =>
      speech(tidy(elements.map(({ value }) => value ?? '').join('')), {
        label: voiceOf(id),
        time: elements.find(({ ts }) => typeof ts === 'number')?.ts ?? null,
      }),
    );
    return { pieces: filled(pieces), lines: null, facts: NO_FACTS, damages: [] };
  },
};

export const FIREFLIES: Format = {
  name: 'fireflies-json',
  title: 'JSON of Fireflies',
  fits: (source) => /^\s*[[{]/.test(source.text) && hasKeys(source, '"speaker_name"'),
  read(source) {
    const pieces = parse(source, sentences, 'sentences').map((one) =>
      speech(tidy(one.sentence ?? one.text ?? ''), {
        label: voiceOf(one.speaker_name ?? one.speaker_id),
        time: seconds(one.startTime ?? one.start_time ?? one.time),
      }),
    );
    return { pieces: filled(pieces), lines: null, facts: NO_FACTS, damages: [] };
  },
};

/** Looks for keys near both ends, so that other files need not be parsed. */
function hasKeys({ text: json }: Source, ...keys: readonly string[]): boolean {
  const beginning = json.slice(0, 200_000);
  const end = json.slice(-20_000);
  return keys.every((key) => beginning.includes(key) || end.includes(key));
}

function parse<T extends v.GenericSchema>(source: Source, schema: T, what: string): v.InferOutput<T> {
  let value: unknown;
  try {
    value = JSON.parse(source.text);
  } catch (cause) {
    throw new CliError(
      wording`${source.name} is not whole JSON: ${(cause as Error).message}`,
      wording`Export it again.`,
      {
        cause,
      },
    );
  }
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new CliError(
    wording`${source.name} has no ${what} as that format has them: ${issue.message} (${v.getDotPath(issue) ?? wording`at the top`}).`,
    wording`Name another format with --format.`,
  );
}

/** Thresholds for Whisper's inventions during silence: speech is unlikely, and so are the words. */
const SILENCE = 0.6;
const UNSURE = -1;
const INVENTED =
  /^(?:thanks?(?: you)?(?: so much| very much)? for watching[.!]*|please subscribe.*|(?:subtitles|transcribed|captions?) by .*|谢谢(?:大家)?(?:观看|收看)[。！]?|请不吝点赞.*|字幕.{0,4}(?:提供|制作|志愿者).*)$/i;

function readSegments(source: Source) {
  const whole = parse(source, segments, 'segments');
  const damages: ReadDamage[] = [];
  const pieces = whole.segments.map((one) => {
    const words = tidy(one.text ?? one.body ?? '');
    const start = seconds(one.start ?? one.startTime);
    if (!isInvented(one, words)) return speech(words, { label: voiceOf(one.speaker), time: start });
    damages.push({ kind: 'invented', line: null, found: words });
    return speech('');
  });
  const lang = whole.language ?? null;
  return { pieces: filled(pieces), lines: null, facts: { ...NO_FACTS, lang }, damages };
}

function isInvented({ avg_logprob: sure, no_speech_prob: silent }: Segment, words: string): boolean {
  if (typeof silent !== 'number' || typeof sure !== 'number') return false;
  const isSilent = silent > SILENCE;
  return isSilent && (sure < UNSURE || INVENTED.test(words));
}

function voiceOf(id: string | number | null | undefined): string | null {
  if (id === null || id === undefined || id === '') return null;
  return typeof id === 'number' || /^(?:\d+|[A-Z])$/.test(id) ? `Speaker ${id}` : tidy(id);
}

function seconds(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  return /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : secondsOf(value);
}

function tidy(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

function filled(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter(({ text: words }) => words !== '');
}
