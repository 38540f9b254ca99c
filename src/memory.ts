import { isDeepStrictEqual } from 'node:util';

/** Remembers what was made last, so that after an edit only what has changed is made again. */
export interface Memory {
  /**
   * What `make` gives for `input`: the same object as last time where the input is equal to the last one.
   * @param key what is made, of which file or deck
   */
  recall<I, V>(key: string, input: I, make: (input: I) => V): V;
}

/** For a single run: everything is made. */
export const NO_MEMORY: Memory = { recall: (_key, input, make) => make(input) };

export function createMemory(): Memory {
  const known = new Map<string, { readonly input: unknown; readonly value: unknown }>();
  return {
    recall<I, V>(key: string, input: I, make: (input: I) => V): V {
      const last = known.get(key);
      // Only `make` gives values for its key.
      if (last && isDeepStrictEqual(last.input, input)) return last.value as V;
      const value = make(input);
      known.set(key, { input, value });
      return value;
    },
  };
}
