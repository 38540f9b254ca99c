import { CliError, wording } from '../../base/errors.ts';
import { dateIn } from '../../importing/formats/text-facts.ts';
import type { Shape } from '../../importing/meeting.ts';
import type { Given } from '../../importing/structure/find-meeting.ts';

/** Flags that describe a transcript. */
export interface TranscriptFlags {
  /** `SPEAKER_01=Ada`, `L27=Ada` */
  readonly speaker?: readonly string[];
  readonly host?: string;
  readonly shape?: Shape;
  readonly title?: string;
  readonly date?: string;
  readonly lang?: string;
}

/** @throws CliError for an invalid value */
export function givenBy({ lang, shape, host, title, date, speaker = [] }: TranscriptFlags): Given {
  return {
    lang: lang === undefined ? null : languageTag(lang),
    shape: shape ?? null,
    host: host ?? null,
    title: title ?? null,
    date: date === undefined ? null : day(date),
    speakers: new Map(speaker.map(labelAndName)),
  };
}

function languageTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch (cause) {
    throw new CliError(wording`"${tag}" is not a language tag.`, wording`Write one such as zh-CN or en.`, {
      cause,
    });
  }
}

function day(text: string): string {
  const found = dateIn(text);
  if (found === null)
    throw new CliError(wording`"${text}" is not a day.`, wording`Write year, month and day: 2031-04-02.`);
  return found;
}

function labelAndName(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  const [label, name] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at > 0 && label !== '' && name !== '') return [label, name];
  throw new CliError(
    wording`--speaker "${text}" has no label and name.`,
    wording`Write both: --speaker "SPEAKER_01=Ada".`,
  );
}
