import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NewFile } from './new-files.ts';

const STARTER = fileURLToPath(new URL('../../../starter/', import.meta.url));

/** The languages that a new meetup's example is written in; each a folder of starter/. */
export const STARTER_LANGS = ['zh-CN', 'en'] as const;
export type StarterLang = (typeof STARTER_LANGS)[number];

/** What the decks of a new meetup may be in; where there is no example in a language, it is in the nearest. */
export const DECK_LANGS = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko'] as const;
export type DeckLang = (typeof DECK_LANGS)[number];

/** The nearest of them. @param tag BCP 47, or a locale as a system has it: `zh_CN.UTF-8` */
export function starterLang(tag: string): StarterLang {
  return /^zh\b|^zh_/i.test(tag) ? 'zh-CN' : 'en';
}

/** All files of a folder of starter/, as they are, with paths relative to it. */
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
