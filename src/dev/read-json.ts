import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';

/** A request's JSON, if it is as the schema wants it; else null. */
export async function readJson<T>(
  request: IncomingMessage,
  schema: v.GenericSchema<unknown, T>,
): Promise<T | null> {
  // Pages of other sites can send any text, but nothing of this type.
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return null;
  try {
    const parsed = v.safeParse(schema, JSON.parse(await text(request)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
