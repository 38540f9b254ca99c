import { isDeepStrictEqual } from 'node:util';

/** Remembers what was made last, so that after an edit only what has changed is made again. */
export interface Memory {
  /**
   * What `make` gives for `input`: the same object as last time where the input is equal to the last one.
   * @param key what is made, of which file or deck
   */
  recall<I, V>(key: string, input: I, make: (input: I) => V): V;
}

export interface LastingMemory extends Memory {
  /** Forgets what was not asked for since this was called before: files that are gone, or have another name. */
  forgetUnused(): void;
}

/** For a single run: everything is made. */
export const NO_MEMORY: Memory = { recall: (_key, input, make) => make(input) };

export function createMemory(): LastingMemory {
  const known = new Map<string, { readonly input: unknown; readonly value: unknown }>();
  const used = new Set<string>();
  return {
    recall<I, V>(key: string, input: I, make: (input: I) => V): V {
      used.add(key);
      const last = known.get(key);
      // Only `make` gives values for its key.
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

/** Work that gives its result in the end, and can be put aside at each step, so that something else has its turn. */
export type Steps<T> = Generator<void, T, void>;

/** Does it in one go. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As `push`, of any number: the arguments of a call have to find room on the stack. */
export function addAll<T>(list: T[], more: readonly T[]): void {
  for (const each of more) list.push(each);
}
