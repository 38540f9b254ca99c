import { IS_WHOLE } from './is-whole.ts';

const TODAY = Math.floor(Date.now() / 86_400_000);

/**
 * Settles which part is tried, and what is drawn at random. The same commit gives the same answer in `npm test`;
 * `npm run test:hostile` draws anew each day. Set it to try again what failed.
 */
export const SEED = Number(process.env.HOSTILE_SEED ?? (IS_WHOLE ? TODAY : 1));
