import { languageFont } from '../fonts/stacks.ts';
import { type FieldsSchema, fieldSnippets } from './field-snippets.ts';
import { fillTemplate } from './fill-template.ts';
import { isTalkSlug } from './is-talk-slug.ts';
import { numberedPath } from './numbered-path.ts';
import { packageManifest } from './package-manifest.ts';
import { personSlug } from './person-slug.ts';
import { type DeckLang, type StarterLang, starterLang } from './read-starter.ts';
import type { NewFile } from './write-new-files.ts';

export interface Beginning {
  readonly lang: DeckLang;
  readonly title: string;
  /** Who gives the example's first talk. */
  readonly speaker: string;
  /** Base name of the meetup's folder. */
  readonly folder: string;
  /** Of talkdeck. */
  readonly version: string;
}

/** What a meetup is made of, as the package brings it. */
export interface Starter {
  readonly common: readonly NewFile[];
  readonly inLanguage: readonly NewFile[];
  readonly schemas: Readonly<Record<string, FieldsSchema>>;
}

/**
 * All files of a new meetup.
 * @param withExample whether content/ may be filled: not where somebody has begun it
 */
export function initFiles(starter: Starter, beginning: Beginning, withExample: boolean): readonly NewFile[] {
  const { common, inLanguage, schemas } = starter;
  const isExample = ({ path }: NewFile) => path.startsWith('content/');
  const settings = inLanguage.filter((file) => !isExample(file) && !file.path.startsWith('new-'));
  const snippets = `${JSON.stringify(fieldSnippets(schemas), null, 2)}\n`;
  return [
    {
      path: 'package.json',
      text: packageManifest(beginning.folder, beginning.version, languageFont(beginning.lang)),
    },
    ...[...common, ...settings].map(({ path, text }) => ({ path: withDots(path), text })),
    { path: '.vscode/talkdeck-fields.code-snippets', text: snippets },
    ...(withExample ? fillExample(inLanguage.filter(isExample), beginning) : []),
  ];
}

/** `_vscode/a` stands for `.vscode/a`: npm leaves some files out whose names begin with a dot. */
function withDots(path: string): string {
  return path.replaceAll(/(^|\/)_/g, '$1.');
}

const TEMPLATE = '.hbs';

function fillExample(files: readonly NewFile[], { lang, title, speaker }: Beginning): readonly NewFile[] {
  const slug = personSlug(speaker);
  const [other = '', host = ''] = PEOPLE[starterLang(lang)].filter((name) => personSlug(name) !== slug);
  const values = { title, speaker, other, host };
  const paths: Readonly<Record<string, string>> = {
    'content/talks/01-speaker.md': numberedPath('content/talks', [], slug || 'speaker', isTalkSlug),
    'content/talks/02-other.md': `content/talks/02-${personSlug(other)}.md`,
  };
  return files.map((file) => {
    if (!file.path.endsWith(TEMPLATE)) return file;
    const path = file.path.slice(0, -TEMPLATE.length);
    const text = fillTemplate(file.text, values);
    return { path: paths[path] ?? path, text: path === EVENT ? nameLanguage(text, lang) : text };
  });
}

const EVENT = 'content/event.md';

/** An example in another language keeps its own: claims are compared with the transcript by its rules. */
function nameLanguage(event: string, lang: DeckLang): string {
  const written = starterLang(lang);
  if (written === lang) return event;
  return event.replace(
    `lang: ${written}\n`,
    `lang: ${written}\n# lang: ${lang}   # instead, once the text is in it\n`,
  );
}

/** Who speaks in the example: the first two who are not the first speaker. */
const PEOPLE: Readonly<Record<StarterLang, readonly string[]>> = {
  'zh-CN': ['周宁', '孙悦', '何川'],
  en: ['Ada Moreno', 'Ben Okafor', 'Cleo Hart'],
};
