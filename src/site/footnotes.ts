import type { Prose } from '../content/summary/markup.ts';

/** The footnotes of one document, numbered from 1 in the order in which its text refers to them. */
export class Footnotes<Context> {
  readonly #known = new Map<string, NumberedNote<Context>>();

  /** @param file path of the summary @param label of the footnote in it @param context for its text */
  numberOf(file: string, label: string, note: Prose, context: Context): number {
    const key = `${file}\n${label}`;
    const known = this.#known.get(key);
    if (known) return known.number;
    const number = this.#known.size + 1;
    this.#known.set(key, { number, note, context });
    return number;
  }

  /** Those referred to so far. */
  all(): readonly NumberedNote<Context>[] {
    return [...this.#known.values()];
  }
}

interface NumberedNote<Context> {
  readonly number: number;
  readonly note: Prose;
  readonly context: Context;
}
