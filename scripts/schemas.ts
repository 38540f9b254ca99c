import { writeFileSync } from 'node:fs';
import { JSON_SCHEMAS } from './json-schema.ts';

// Regenerates schemas/; run it with `npm run schemas` after changing src/content/validate/schema.ts.
for (const [name, schema] of Object.entries(JSON_SCHEMAS)) {
  writeFileSync(new URL(`../schemas/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
