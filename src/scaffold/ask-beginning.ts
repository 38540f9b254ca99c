import type { Readable, Writable } from 'node:stream';
import { select, text } from '@clack/prompts';
import { CliError } from '../cli-error.ts';
import { STARTER_LANGS, type StarterLang } from './read-starter.ts';

/** What the flags say; null where they say nothing. */
export interface GivenBeginning {
  readonly lang: StarterLang | null;
  readonly title: string | null;
  readonly speaker: string | null;
}

export interface KnownBeginning {
  readonly lang: StarterLang;
  readonly title: string;
  readonly speaker: string;
}

/** What a terminal types and shows. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/**
 * What a new meetup begins with: as the flags say, else as somebody answers, else an example.
 * @param terminal null where nobody can be asked
 * @param likely the language to propose
 * @throws CliError where the one who is asked stops
 */
export async function askBeginning(
  given: GivenBeginning,
  likely: StarterLang,
  terminal: Terminal | null,
): Promise<KnownBeginning> {
  if (terminal === null) {
    const lang = given.lang ?? likely;
    return {
      lang,
      title: given.title ?? EXAMPLES[lang].title,
      speaker: given.speaker ?? EXAMPLES[lang].speaker,
    };
  }
  const options = STARTER_LANGS.map((value) => ({ value, label: EXAMPLES[value].language }));
  const ask = { ...terminal };
  const lang =
    given.lang ??
    answered<StarterLang>(
      await select({ ...ask, message: 'Language of the decks', options, initialValue: likely }),
    );
  const { title, speaker } = EXAMPLES[lang];
  const line = async (message: string, example: string) =>
    answered<string>(await text({ ...ask, message, placeholder: example, defaultValue: example }));
  return {
    lang,
    title: given.title ?? (await line('Name of the meetup', title)),
    speaker: given.speaker ?? (await line('First speaker', speaker)),
  };
}

function answered<T extends string>(answer: T | symbol): T {
  if (typeof answer === 'symbol') throw new CliError('Nothing was written.');
  return answer;
}

interface Example {
  /** The language's own name. */
  readonly language: string;
  readonly title: string;
  readonly speaker: string;
}

const EXAMPLES: Readonly<Record<StarterLang, Example>> = {
  'zh-CN': { language: '中文', title: '第一次聚会', speaker: '陈默' },
  en: { language: 'English', title: 'Our first meetup', speaker: 'Sam Rivera' },
};
