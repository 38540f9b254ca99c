import { plainText } from './inline.ts';
import type { Prose } from './summary/markup.ts';

/** What stands in brackets at the end of a column's header. */
export function unitOf(header: Prose): string | null {
  return /[(\uFF08]([^()\uFF08\uFF09]+)[)\uFF09]\s*$/.exec(plainText(header.inlines))?.[1]?.trim() ?? null;
}
