import { isDeepStrictEqual } from 'node:util';

/** Remembers the last results, so that after an edit only what changed is recomputed. */
export interface Memory {
  /**
   * The result of `make(input)`, or the last result, the same object, if the input equals the last one.
   * @param key what is computed, for which file or deck
   */
  recall<I, V>(key: string, input: I, make: (input: I) => V): V;
}

export interface LastingMemory extends Memory {
  /** Drops entries not used since the previous call: of files that were deleted or renamed. */
  forgetUnused(): void;
}

/** For a single run: computes everything. */
export const NO_MEMORY: Memory = { recall: (_key, input, make) => make(input) };

export function createMemory(): LastingMemory {
  const known = new Map<string, { readonly input: unknown; readonly value: unknown }>();
  const used = new Set<string>();
  return {
    recall<I, V>(key: string, input: I, make: (input: I) => V): V {
      used.add(key);
      const last = known.get(key);
      // Safe: values of a key come only from its own `make`.
      if (last && isDeepStrictEqual(last.input, input)) return last.value as V;
      const value = make(input);
      known.set(key, { input, value });
      return value;
    },
    forgetUnused() {
      for (const key of known.keys()) if (!used.has(key)) known.delete(key);
      used.clear();
    },
  };
}

/** Work that can pause at each step to let something else run, and returns its result at the end. */
export type Steps<T> = Generator<void, T, void>;

/** Runs all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** `push` for lists of any length; spread arguments have to fit on the stack. */
export function addAll<T>(list: T[], more: readonly T[]): void {
  for (const each of more) list.push(each);
}
