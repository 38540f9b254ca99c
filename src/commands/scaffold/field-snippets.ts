import { readFileSync } from 'node:fs';
import { exampleIn } from '../../content/summary/languages.ts';

/** The parts of a JSON Schema in schemas/ that are used. */
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
 * Snippets for the fields of front matter, for the editor's extension when it has no language server. A field of
 * several kinds of files gives one snippet.
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
