import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode that a function executes between two decisions on optimising it, 15 times V8's own. */
const BUDGET = 1_000_000;

/**
 * Makes V8 optimise less in this process. Most of our processes end within seconds, so that what is optimised early
 * hardly runs afterwards, and V8 optimises on a core that a browser or another process of ours could use.
 */
export function optimiseLate(): void {
  setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
