import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { eventSchema, exchangeSchema, type FieldSchema, talkSchema } from '../src/content/validate/schema.ts';

/** What an editor reads of the front matter of each kind of file, by the name of the schema's file. */
export const JSON_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  'event.schema.json': jsonSchema(eventSchema),
  'talk.schema.json': jsonSchema(talkSchema),
  'question.schema.json': jsonSchema(exchangeSchema),
};

function jsonSchema(schema: FieldSchema): JsonSchema {
  const converted = toJsonSchema(schema, {
    typeMode: 'input',
    // A check beyond what a pattern can say: a tag or a day that does not exist.
    ignoreActions: ['check', 'partial_check'],
    overrideSchema({ valibotSchema, jsonSchema }) {
      const [given] = valibotSchema.type === 'nullish' ? (jsonSchema.anyOf ?? []) : [];
      return typeof given === 'object' ? orNull(given) : undefined;
    },
  });
  const fields: Readonly<Record<string, v.GenericSchema>> = schema.entries;
  // What stands behind a transformation is not converted.
  const properties = Object.entries(fields).map(([name, field]) => {
    const property = converted.properties?.[name];
    const { examples: _, ...rest } = typeof property === 'object' ? property : {};
    const [description, examples] = [v.getDescription(field), v.getExamples(field)];
    return [name, { ...rest, description, ...(examples.length > 0 && { examples }) }];
  });
  return {
    ...converted,
    properties: Object.fromEntries(properties),
    ...(schema === talkSchema && {
      anyOf: [
        hasSome('speaker', toJsonSchema(talkSchema.entries.title, { typeMode: 'input' })),
        hasSome('speakers', { type: 'array' }),
      ],
    }),
  };
}

/** A field is there, and not empty. */
function hasSome(field: string, schema: JsonSchema): JsonSchema {
  return { required: [field], properties: { [field]: schema } };
}

/** A field that may be left out may stand empty, in the words of one schema: an editor explains no `anyOf`. */
function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values, anyOf } = schema;
  return {
    ...schema,
    ...(type !== undefined && { type: [type, 'null'].flat() as NonNullable<JsonSchema['type']> }),
    ...(values && { enum: [...values, null] }),
    ...(anyOf && { anyOf: [...anyOf, { type: 'null' }] }),
  };
}
