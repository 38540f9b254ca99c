import { sharedFolder } from '../src/base/store.ts';

/** The shell cache that exports use, for tests that are not about building a shell. */
export const KEPT_SHELL = sharedFolder('shell') ?? '';
