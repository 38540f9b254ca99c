import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** What a check of a meetup takes, advice and report included. */
export interface Spent {
  /** Of the processor. */
  readonly ms: number;
  readonly megabytes: number;
  /** Characters of the report. */
  readonly length: number;
}

/** Checks the meetup in `root` in a process of its own. */
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
