import { readFileSync } from 'node:fs';

/** A field of front matter, from talkdeck's JSON Schemas. */
export interface Field {
  readonly description: string;
  readonly examples: readonly string[];
  /** Its only valid values; empty if there are others. */
  readonly choices: readonly string[];
  /** Fields of its list's items, or of the group that it is. */
  readonly inner: Fields;
}

export type Fields = ReadonlyMap<string, Field>;

type SummaryKind = 'event' | 'talk' | 'question';

/** @param path of a summary, below the root */
function fieldsOf(path: string): Fields {
  const kind: SummaryKind = path.startsWith('content/talks/')
    ? 'talk'
    : path.startsWith('content/qa/')
      ? 'question'
      : 'event';
  const fields = known.get(kind) ?? readFields(kind);
  known.set(kind, fields);
  return fields;
}

/** The fields of an item or group inside others; empty if there is no such group. */
export function fieldsWithin(path: string, within: readonly string[]): Fields {
  return within.reduce<Fields>((inner, group) => inner.get(group)?.inner ?? new Map(), fieldsOf(path));
}

const known = new Map<SummaryKind, Fields>();

/** The parts of a JSON Schema that are used. */
interface Schema {
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

function readFields(kind: SummaryKind): Fields {
  const file = new URL(`../../schemas/${kind}.schema.json`, import.meta.url);
  return innerOf(JSON.parse(readFileSync(file, 'utf8')) as Schema);
}

function innerOf(schema: Schema): Fields {
  const group = [schema, schema.items ?? {}, ...(schema.items?.anyOf ?? []), ...(schema.anyOf ?? [])].find(
    ({ properties }) => properties,
  );
  return new Map(
    Object.entries(group?.properties ?? {}).map(([name, each]) => [
      name,
      {
        description: each.description ?? '',
        examples: (each.examples ?? []).flat().map(String),
        choices: [...(each.enum ?? []), ...(each.items?.enum ?? [])]
          .filter((one) => one !== null)
          .map(String),
        inner: innerOf(each),
      },
    ]),
  );
}
