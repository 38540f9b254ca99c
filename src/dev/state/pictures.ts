import { digestOf } from '../../base/changed.ts';
import type { OutputFile } from '../../build/output-files.ts';

/** Where pages find the pictures of slides/, by their paths there. */
export type Pictures = ReadonlyMap<string, string>;

/** Other bytes under the same name have another address, so that a page that is open shows them. */
export function picturesOf(files: readonly OutputFile[]): Pictures {
  return new Map(
    files.flatMap(({ path, content }) =>
      typeof content === 'string' ? [] : [[path, `${PICTURES}${path}?v=${shortDigest(content)}`]],
    ),
  );
}

export const PICTURES = '/@talkdeck/slides/';

/** What has not changed is not read again, and stays the same object. */
const known = new WeakMap<Uint8Array, string>();

function shortDigest(bytes: Uint8Array): string {
  const digest = known.get(bytes) ?? digestOf(bytes, 'hex').slice(0, 16);
  known.set(bytes, digest);
  return digest;
}
