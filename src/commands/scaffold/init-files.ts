import { readFileSync } from 'node:fs';
import { languageFont } from '../../base/fonts/families.ts';
import { FONT_VERSION, type FontPackage } from '../../base/fonts/font-packages.ts';
import { exampleIn } from '../../content/summary/languages.ts';
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
  /** Of talkdeck, as package.json has it. */
  readonly version: string;
}

/** Files of starter/, from the package. */
interface Starter {
  readonly common: readonly NewFile[];
  readonly inLanguage: readonly NewFile[];
  readonly schemas: Readonly<Record<string, FieldsSchema>>;
}

/**
 * All files of a new meetup.
 * @param withExample whether to fill content/; false if it has files already
 */
export function initFiles(starter: Starter, beginning: Beginning, withExample: boolean): readonly NewFile[] {
  const { common, inLanguage, schemas } = starter;
  const isExample = ({ path }: NewFile) => path.startsWith('content/');
  const settings = inLanguage.filter((file) => !isExample(file) && !file.path.startsWith('new-'));
  const snippets = `${JSON.stringify(fieldSnippets(schemas, beginning.lang), null, 2)}\n`;
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

/** The part of a JSON Schema in schemas/ that is read. */
interface FieldsSchema {
  readonly properties: Readonly<Record<string, FieldShape>>;
}

interface FieldShape {
  readonly description: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | boolean | null)[];
  readonly examples?: readonly (string | readonly string[])[];
  readonly properties?: Readonly<Record<string, Pick<FieldShape, 'examples'>>>;
}

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/**
 * Snippets for the fields of front matter, so that an editor completes them and says what they are for without any
 * extension. A field of several kinds of file is one snippet.
 * @param schemas by the file that they describe: `event.md`
 * @param lang of the examples in them
 */
export function fieldSnippets(
  schemas: Readonly<Record<string, FieldsSchema>>,
  lang: string,
): Readonly<Record<string, Snippet>> {
  const snippets: Record<string, Snippet> = {};
  for (const [file, { properties }] of Object.entries(schemas)) {
    for (const [name, shape] of Object.entries(properties)) {
      const before = snippets[name];
      const description = `${file}: ${shape.description}`;
      snippets[name] = before
        ? { ...before, description: `${before.description} ${description}` }
        : { scope: 'markdown', prefix: name, description, body: bodyOf(name, shape, lang) };
    }
  }
  return snippets;
}

/** The package's JSON Schemas by the files they describe. */
export function readSchemas(): Readonly<Record<string, FieldsSchema>> {
  return {
    'event.md': read('event'),
    'talks/*.md': read('talk'),
    'qa/*.md': read('question'),
  };
}

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
 * @param font of the decks' language, where talkdeck does not bring it
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

function bodyOf(
  name: string,
  { type, enum: choices, examples = [], properties = {} }: FieldShape,
  lang: string,
): readonly string[] {
  const example = placeholder(exampleIn(lang, examples.flat()));
  if ([type].flat().includes('array')) return [`${name}:`, `  - ${example}`];
  const [first] = Object.entries(properties);
  if ([type].flat().includes('object') && first) {
    const [key, { examples: own = [] }] = first;
    return [`${name}:`, `  ${key}: ${placeholder(exampleIn(lang, own.flat()))}`];
  }
  if (type?.includes('boolean') && choices) return [`${name}: \${1|true,false|}`];
  if (choices) return [`${name}: \${1|${choices.filter((choice) => choice !== null).join(',')}|}`];
  return [`${name}: ${example}`];
}

/** A placeholder with an example value, quoted if YAML needs it. */
function placeholder(example = ''): string {
  const text = `\${1:${example.replaceAll(/[\\$}]/g, '\\$&')}}`;
  return /^[#[]|[:[]/.test(example) ? `"${text}"` : text;
}

function read(kind: string): FieldsSchema {
  const text = readFileSync(new URL(`../../../schemas/${kind}.schema.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as FieldsSchema;
}
