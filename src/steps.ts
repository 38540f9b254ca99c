/** Work that gives its result in the end, and can be put aside at each step, so that something else has its turn. */
export type Steps<T> = Generator<void, T, void>;

/** Does it in one go. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
