import { digestOf } from '../../base/changed.ts';
import type { OutputFile } from '../../build/output-files.ts';

/** Addresses of the pictures of slides/, by path. */
export type Pictures = ReadonlyMap<string, string>;

/** Addresses depend on the content, so that open pages show changed pictures. */
export function picturesOf(files: readonly OutputFile[]): Pictures {
  return new Map(
    files.flatMap(({ path, content }) =>
      typeof content === 'string' ? [] : [[path, `${PICTURES}${path}?v=${shortDigest(content)}`]],
    ),
  );
}

export const PICTURES = '/@talkdeck/slides/';

/** Unchanged files are not read again, and keep the same object. */
const known = new WeakMap<Uint8Array, string>();

function shortDigest(bytes: Uint8Array): string {
  const digest = known.get(bytes) ?? digestOf(bytes, 'hex').slice(0, 16);
  known.set(bytes, digest);
  return digest;
}
