import { languageFont } from '../../base/fonts/families.ts';
import { FONT_VERSION, type FontPackage } from '../../base/fonts/font-packages.ts';
import { fillTemplate, type NewFile, numberedPath } from './new-files.ts';
import { isTalkSlug, personSlug, textSlug } from './slug.ts';
import { type DeckLang, type StarterLang, starterLang } from './starter.ts';

interface Beginning {
  readonly lang: DeckLang;
  readonly title: string;
  /** Speaker of the example's first talk. */
  readonly speaker: string;
  /** Base name of the meetup's folder. */
  readonly folder: string;
  /** Of talkdeck, for package.json. */
  readonly version: string;
}

/** Files of starter/, from the package. */
interface Starter {
  readonly common: readonly NewFile[];
  readonly inLanguage: readonly NewFile[];
}

/**
 * All files of a new meetup.
 * @param withExample whether to fill content/; false if it has files already
 */
export function initFiles(starter: Starter, beginning: Beginning, withExample: boolean): readonly NewFile[] {
  const { common, inLanguage } = starter;
  const isExample = ({ path }: NewFile) => path.startsWith('content/');
  return [
    {
      path: 'package.json',
      text: packageManifest(beginning.folder, beginning.version, languageFont(beginning.lang)),
    },
    ...common.map(({ path, text }) => ({ path: withDots(path), text })),
    ...(withExample ? fillExample(inLanguage.filter(isExample), beginning) : []),
  ];
}

const TEMPLATE = '.hbs';

const EVENT = 'content/event.md';

/** People in the example; the first two different from the first speaker are used. */
const PEOPLE: Readonly<Record<StarterLang, readonly string[]>> = {
  'zh-CN': ['周宁', '孙悦', '何川'],
  en: ['Ada Moreno', 'Ben Okafor', 'Cleo Hart'],
};

/** A valid npm package name for a folder of any name: `云上 突围` gives `yunshang-tuwei`. */
export function packageName(folder: string): string {
  // npm accepts only ASCII. The package is never published, so the folder's name will do.
  const name = textSlug(folder)
    .replaceAll(/[^a-z\d-]+/g, '')
    .replaceAll(/^-+|-+$/g, '');
  return name === '' || RESERVED.has(name)
    ? ['my-meetup', name].filter((part) => part !== '').join('-')
    : name;
}

/** Names reserved by npm, and the dependency itself. */
const RESERVED: ReadonlySet<string> = new Set(['node-modules', 'nodemodules', 'favicon', 'talkdeck']);

/** `_vscode/a` stands for `.vscode/a`, because npm omits some dotfiles from packages. */
function withDots(path: string): string {
  return path.replaceAll(/(^|\/)_/g, '$1.');
}

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

/**
 * The example keeps its own language, because claims are compared with the transcript by its rules; the other one is
 * added as a comment.
 */
function nameLanguage(event: string, lang: DeckLang): string {
  const written = starterLang(lang);
  if (written === lang) return event;
  return event.replace(
    `lang: ${written}\n`,
    `lang: ${written}\n# lang: ${lang}   # instead, once the text is in it\n`,
  );
}

/**
 * The package.json of a new meetup.
 * @param font of the decks' language, if talkdeck does not bundle it
 */
function packageManifest(folder: string, version: string, font: FontPackage | null): string {
  const manifest = {
    name: packageName(folder),
    private: true,
    scripts: {
      dev: 'talkdeck dev',
      build: 'talkdeck build',
      check: 'talkdeck check',
      export: 'talkdeck export',
    },
    dependencies: { ...(font === null ? {} : { [font]: FONT_VERSION }), talkdeck: version },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
