import fc from 'fast-check';
import { SEED } from './hostile/seed.ts';

// Properties are tried on the same input each time, so that a commit that passed once passes again.
fc.configureGlobal({ seed: SEED });
