import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NewFile } from './new-files.ts';

const STARTER = fileURLToPath(new URL('../../../starter/', import.meta.url));

/** Languages of the example meetups; each is a folder of starter/. */
export const STARTER_LANGS = ['zh-CN', 'en'] as const;
export type StarterLang = (typeof STARTER_LANGS)[number];

/** Languages offered for the decks of a new meetup; the example is in the nearest available language. */
export const DECK_LANGS = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko'] as const;
export type DeckLang = (typeof DECK_LANGS)[number];

/** The nearest of them. @param tag BCP 47, or a system locale such as `zh_CN.UTF-8` */
export function starterLang(tag: string): StarterLang {
  return /^zh\b|^zh_/i.test(tag) ? 'zh-CN' : 'en';
}

/** The nearest language offered for decks. @param tag BCP 47 */
export function deckLang(tag: string): DeckLang {
  const wanted = new Intl.Locale(tag).maximize();
  const near = ({ language, script }: Intl.Locale) =>
    language === wanted.language && script === wanted.script;
  return DECK_LANGS.find((lang) => near(new Intl.Locale(lang).maximize())) ?? starterLang(tag);
}

/** All files of a folder of starter/, unchanged, with relative paths. */
export function readStarter(folder: StarterLang | 'common'): readonly NewFile[] {
  const root = join(STARTER, folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: file
        .slice(root.length + 1)
        .split(sep)
        .join('/'),
      text: readFileSync(file, 'utf8'),
    }));
}
