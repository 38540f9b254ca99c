import fc from 'fast-check';
import { optimiseLate } from '../src/base/optimise-late.ts';
import { SEED } from './hostile/seed.ts';

optimiseLate();

// Property tests use the same inputs each time, so that a commit that passed once passes again.
fc.configureGlobal({ seed: SEED });
