import fc from 'fast-check';
import { SEED } from './hostile/seed.ts';

// Property tests use the same inputs each time, so that a commit that passed once passes again.
fc.configureGlobal({ seed: SEED });
