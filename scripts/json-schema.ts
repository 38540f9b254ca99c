import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { eventSchema, exchangeSchema, type FieldSchema, talkSchema } from '../src/content/validate/schema.ts';

/** Schemas of front matter for editors, by file name. */
export const JSON_SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  'event.schema.json': jsonSchema(eventSchema),
  'talk.schema.json': jsonSchema(talkSchema),
  'question.schema.json': jsonSchema(exchangeSchema),
};

function jsonSchema(schema: FieldSchema): JsonSchema {
  const converted = toJsonSchema(schema, {
    typeMode: 'input',
    // Checks that a pattern cannot express: nonexistent tags and days.
    ignoreActions: ['check', 'partial_check'],
    overrideSchema({ valibotSchema, jsonSchema }) {
      const [given] = valibotSchema.type === 'nullish' ? (jsonSchema.anyOf ?? []) : [];
      return typeof given === 'object' ? orNull(given) : undefined;
    },
  });
  const fields: Readonly<Record<string, v.GenericSchema>> = schema.entries;
  // The part after a transformation is not converted.
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

/** Requires a non-empty field. */
function hasSome(field: string, schema: JsonSchema): JsonSchema {
  return { required: [field], properties: { [field]: schema } };
}

/** Lets an optional field be empty, within a single schema: editors do not explain `anyOf`. */
function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values, anyOf } = schema;
  return {
    ...schema,
    ...(type !== undefined && { type: [type, 'null'].flat() as NonNullable<JsonSchema['type']> }),
    ...(values && { enum: [...values, null] }),
    ...(anyOf && { anyOf: [...anyOf, { type: 'null' }] }),
  };
}
