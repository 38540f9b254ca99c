import { AsyncLocalStorage } from 'node:async_hooks';

/** A value for everything that a call does and waits for, or for a whole process. */
export class Scoped<T> {
  readonly #ofCalls = new AsyncLocalStorage<T>();
  #ofProcess: T;

  /** @param usual the value outside of calls */
  constructor(usual: T) {
    this.#ofProcess = usual;
  }

  get(): T {
    const own = this.#ofCalls.getStore();
    return own === undefined ? this.#ofProcess : own;
  }

  /**
   * Runs `work` with the value. Where `alone`, nothing else runs in this process, and the value stays: to keep the values
   * of calls apart slows down each promise, by a fifth of what `dev` takes to show its first slide.
   */
  run<R>(value: T, work: () => R, alone = false): R {
    if (!alone) return this.#ofCalls.run(value, work);
    this.#ofProcess = value;
    return work();
  }
}
