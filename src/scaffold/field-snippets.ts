/** What is read of a JSON Schema in schemas/. */
export interface FieldsSchema {
  readonly properties: Readonly<Record<string, FieldShape>>;
}

interface FieldShape {
  readonly description: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | boolean)[];
  readonly examples?: readonly (string | readonly string[])[];
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
 */
export function fieldSnippets(
  schemas: Readonly<Record<string, FieldsSchema>>,
): Readonly<Record<string, Snippet>> {
  const snippets: Record<string, Snippet> = {};
  for (const [file, { properties }] of Object.entries(schemas)) {
    for (const [name, shape] of Object.entries(properties)) {
      const before = snippets[name];
      const description = `${file}: ${shape.description}`;
      snippets[name] = before
        ? { ...before, description: `${before.description} ${description}` }
        : { scope: 'markdown', prefix: name, description, body: bodyOf(name, shape) };
    }
  }
  return snippets;
}

function bodyOf(name: string, { type, enum: choices, examples = [] }: FieldShape): readonly string[] {
  if (type === 'array') return [`${name}:`, `  - ${placeholder(examples.flat()[0])}`];
  if (type?.includes('boolean') && choices) return [`${name}: \${1|true,false|}`];
  if (choices) return [`${name}: \${1|${choices.join(',')}|}`];
  return [`${name}: ${placeholder(examples.flat()[0])}`];
}

/** A value to write over, in quotes where YAML needs them. */
function placeholder(example = ''): string {
  const text = `\${1:${example.replaceAll(/[\\$}]/g, '\\$&')}}`;
  return /^[#[]|[:[]/.test(example) ? `"${text}"` : text;
}
