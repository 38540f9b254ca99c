import type { Readable, Writable } from 'node:stream';
import { select, text } from '@clack/prompts';
import { CliError, wording } from '../../base/errors.ts';
import { words } from '../words/words.ts';
import { DECK_LANGS, type DeckLang, type StarterLang, starterLang } from './starter.ts';

/** Values of the flags; null for those not given. */
export interface GivenBeginning {
  readonly lang: DeckLang | null;
  readonly title: string | null;
  readonly speaker: string | null;
}

interface KnownBeginning {
  readonly lang: DeckLang;
  readonly title: string;
  readonly speaker: string;
}

/** Streams of an interactive terminal. */
export interface Dialog {
  readonly input: Readable;
  readonly output: Writable;
}

/**
 * First values of a new meetup: from the flags, else from the answers, else from an example.
 * @param terminal null if nobody can be asked
 * @param likely the language to suggest
 * @throws CliError if the user cancels
 */
export async function askBeginning(
  given: GivenBeginning,
  likely: StarterLang,
  terminal: Dialog | null,
): Promise<KnownBeginning> {
  if (terminal === null) {
    const lang = given.lang ?? likely;
    return {
      lang,
      title: given.title ?? EXAMPLES[starterLang(lang)].title,
      speaker: given.speaker ?? EXAMPLES[starterLang(lang)].speaker,
    };
  }
  const options = DECK_LANGS.map((value) => ({ value, label: LANGUAGES[value] }));
  const ask = { ...terminal };
  const say = words().added.ask;
  const lang =
    given.lang ??
    answered<DeckLang>(await select({ ...ask, message: say.lang, options, initialValue: likely }));
  const { title, speaker } = EXAMPLES[starterLang(lang)];
  const line = async (message: string, example: string) =>
    answered<string>(await text({ ...ask, message, placeholder: example, defaultValue: example }));
  return {
    lang,
    title: given.title ?? (await line(say.title, title)),
    speaker: given.speaker ?? (await line(say.speaker, speaker)),
  };
}

/** Native names of the languages. */
const LANGUAGES: Readonly<Record<DeckLang, string>> = {
  'zh-CN': '中文',
  en: 'English',
  'zh-TW': '繁體中文',
  ja: '日本語',
  ko: '한국어',
};

interface Example {
  readonly title: string;
  readonly speaker: string;
}

const EXAMPLES: Readonly<Record<StarterLang, Example>> = {
  'zh-CN': { title: '第一次聚会', speaker: '陈默' },
  en: { title: 'Our first meetup', speaker: 'Sam Rivera' },
};

/**
 * What to type next.
 * @param folder of the meetup, relative to where the command ran; empty for that folder itself
 * @param packages to install by name, if package.json existed before and may not list them
 * @param last final command, after having a look
 */
export function nextSteps(folder: string, packages: readonly string[], last: string): readonly string[] {
  const quoted = /^[\w./\\-]+$/.test(folder) ? folder : `"${folder}"`;
  return [
    ...(folder === '' ? [] : [`cd ${quoted}`]),
    ['npm install', ...packages].join(' '),
    'npx talkdeck dev',
    last,
  ];
}

function answered<T extends string>(answer: T | symbol): T {
  if (typeof answer === 'symbol') throw new CliError(wording`Nothing was written.`);
  return answer;
}
