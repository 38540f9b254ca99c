import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import type { BodyRule } from './routes.ts';

export type ReadBody<T> =
  | { readonly value: T }
  /** 400 for what is not as the schema wants it, 413 for what is too large. */
  | { readonly status: 400 | 413; readonly message: string };

/** In bytes. */
const LIMIT = 64 * 1024;
const KEYS_OF_OBJECTS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A request's JSON, if it is as the schema wants it. No more is read than the limit. */
export async function readJson<T>(
  request: IncomingMessage,
  { schema, limit = LIMIT }: BodyRule<T>,
): Promise<ReadBody<T>> {
  // Pages of other sites can send any text, but nothing of this type.
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? ''))
    return { status: 400, message: 'JSON is expected.' };
  const bytes = await readUpTo(request, limit);
  if (bytes === null) return { status: 413, message: `At most ${limit} bytes are taken.` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const parsed = v.safeParse(schema, JSON.parse(text, refuseKeysOfObjects));
    if (parsed.success) return { value: parsed.output };
  } catch {
    // No JSON, no text, or broken off.
  }
  return { status: 400, message: 'This is not what is expected here.' };
}

/** A reviver: whoever sends `__proto__` or `constructor` means no good. */
function refuseKeysOfObjects(key: string, value: unknown): unknown {
  if (KEYS_OF_OBJECTS.has(key)) throw new RangeError('a key that every object has');
  return value;
}

/** Null where there is more. */
async function readUpTo(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > limit) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
