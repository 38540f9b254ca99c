import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { IS_WHOLE } from '../deep.ts';
import { makeLargeMeetup } from './make-large-meetup.ts';
import { type Spent, timeCheck } from './time-check.ts';

const [FEW, MANY] = [250, 1_000];
/** Ratio for four times the talks: 4 if the time grows linearly, 16 if quadratically. */
const MOST = 7;

/** Cost of `check` for such a meetup, in a new process. */
async function spent(talks: number): Promise<Spent> {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-many-'));
  try {
    makeLargeMeetup(root, talks);
    return await timeCheck(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test.skipIf(!IS_WHOLE)(
  `${MANY} talks take time and memory in proportion to ${FEW}`,
  { timeout: 900_000 },
  async () => {
    const [few, many] = [await spent(FEW), await spent(MANY)];
    console.log(`Talks: ${FEW} take`, few, `${MANY} take`, many);
    expect(many.ms / few.ms).toBeLessThan(MOST);
    expect(many.megabytes / few.megabytes).toBeLessThan(MOST);
  },
);
