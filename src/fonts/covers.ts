import { familyOf } from './family.ts';
import { stackOf } from './stacks.ts';

const LAST = 0x10ffff;
const UNKNOWN = 0;
const YES = 1;
const NO = 2;

/** By code point, as they are met. */
let known: Uint8Array | null = null;

/** Whether some font of the built-in theme has a glyph; all languages end up with the same families. */
export function covers(codePoint: number): boolean {
  known ??= new Uint8Array(LAST + 1);
  const state = known[codePoint] ?? NO;
  if (state !== UNKNOWN) return state === YES;
  const found = stackOf('und', false).some((name) => familyOf(name).has(codePoint));
  known[codePoint] = found ? YES : NO;
  return found;
}
