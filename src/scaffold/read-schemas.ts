import { readFileSync } from 'node:fs';
import type { FieldsSchema } from './field-snippets.ts';

/** The JSON Schemas that the package brings, by the files that they describe. */
export function readSchemas(): Readonly<Record<string, FieldsSchema>> {
  return {
    'event.md': read('event'),
    'talks/*.md': read('talk'),
    'qa/*.md': read('question'),
  };
}

function read(kind: string): FieldsSchema {
  const text = readFileSync(new URL(`../../schemas/${kind}.schema.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as FieldsSchema;
}
