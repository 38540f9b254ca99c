import { sharedFolder } from '../src/base/store.ts';

/** Where exports keep the shell, too: for tests that are not about how one is built. */
export const KEPT_SHELL = sharedFolder('shell') ?? '';
