import type { Citation, Prose } from './summary/markup.ts';

/** A run of text together with the citations that it rests on, its own or those of what it stands in. */
export interface Statement {
  readonly prose: Prose;
  readonly citations: readonly Citation[];
  /** The unit that the column's header gives to bare numbers: `参数量 (亿)`. */
  readonly unit: string | null;
}
