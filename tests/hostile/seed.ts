import { IS_WHOLE } from '../deep.ts';

const TODAY = Math.floor(Date.now() / 86_400_000);

/**
 * Determines the tried sample and all random draws. In `npm test` the same commit always gives the same result; `npm
 * run test:hostile` changes the seed daily. Set HOSTILE_SEED to reproduce a failure.
 */
export const SEED = Number(process.env.HOSTILE_SEED ?? (IS_WHOLE ? TODAY : 1));
