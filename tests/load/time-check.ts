import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** Cost of a check of a meetup, including advice and report. */
export interface Spent {
  /** CPU time. */
  readonly ms: number;
  readonly megabytes: number;
  /** Length of the report in characters. */
  readonly length: number;
}

/** Checks the meetup in `root` in a separate process. */
export async function timeCheck(root: string): Promise<Spent> {
  const checks = fork(fileURLToPath(new URL('time-checks.mjs', import.meta.url)), { execArgv: [] });
  try {
    checks.send(root);
    const [answer] = (await once(checks, 'message')) as [Spent & { readonly error?: string }];
    expect(answer.error).toBeUndefined();
    return answer;
  } finally {
    checks.kill();
  }
}
