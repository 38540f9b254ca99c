import { inLanguage, type Language } from '../../findings/finding.ts';
import { type CommandWords, ENGLISH, inWords } from './words.ts';

export type MessageLanguage = 'en' | 'zh';

type Environment = Readonly<Record<string, string | undefined>>;

/** Commands whose own `--lang` sets the language of decks. */
const OF_DECKS: ReadonlySet<string> = new Set(['init', 'import']);

/**
 * The language of messages: from `--lang` before the command or, if it has no other meaning there, after it; else from
 * the system's locale.
 */
export function messageLanguage(argv: readonly string[], env: Environment): MessageLanguage {
  let said: string | null = null;
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    if (word === '--') break;
    if (OF_DECKS.has(word)) break;
    const [, value = null] = /^--lang=(.*)$/.exec(word) ?? [];
    if (value !== null) said = value;
    else if (word === '--lang') said = argv[index + 1] ?? null;
    // The value of another option may look like a command.
    if (word === '--lang' || word === '--root') index += 1;
  }
  return languageOf(said ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || ''));
}

/** @param tag of a language or locale: `zh`, `zh-CN`, `zh_CN.UTF-8` */
export function languageOf(tag: string): MessageLanguage {
  return /^zh\b|^zh_/i.test(tag) ? 'zh' : 'en';
}

/** Translates help. */
export type Translate = (english: string) => string;

/**
 * Runs `run` with all messages in a language, whose words are loaded on demand.
 * @param alone whether nothing else runs in this process; the language then stays
 */
export async function speaking<T>(
  language: MessageLanguage,
  run: (translate: Translate) => Promise<T>,
  alone = false,
): Promise<T> {
  const speak = (findings: Language | null, words: CommandWords, translate: Translate): Promise<T> =>
    inLanguage(findings, () => inWords(words, () => run(translate), alone), alone);
  if (language === 'en') return speak(null, ENGLISH, (text) => text);
  const [{ CHINESE }, { CHINESE_WORDS }, { HELP_IN_CHINESE }] = await Promise.all([
    import('../../findings/messages/zh/chinese.ts'),
    import('./chinese.ts'),
    import('./help-chinese.ts'),
  ]);
  return speak(CHINESE, CHINESE_WORDS, (text) => HELP_IN_CHINESE[text] ?? text);
}
