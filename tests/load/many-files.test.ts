import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeMeetup } from '../bench/make-meetup.ts';
import { IS_WHOLE } from '../deep.ts';
import { type Spent, timeCheck } from './time-check.ts';

const [FEW, MANY] = [2_500, 10_000];
const TALKS = 10;
/** Ratio for four times the files: 4 if the time grows linearly, 16 if quadratically. */
const MOST = 7;

/** Files next to summaries, in turn; only the last is reported, because it looks like a summary and is not read. */
const BESIDE: readonly ((n: number) => string)[] = [
  (n) => `assets/photo-${n}.png`,
  (n) => `talks/_draft-${n}.md`,
  (n) => `talks/folder-${n}/slides.pdf`,
  (n) => `qa/.note-${n}.txt`,
  (n) => `talks/note-${n}.txt`,
];

async function spent(files: number): Promise<Spent> {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-many-files-'));
  try {
    makeMeetup(root, TALKS);
    for (const name of ['assets', 'qa']) mkdirSync(join(root, 'content', name));
    for (let n = 0; n < files - TALKS; n += 1) {
      const path = join(root, 'content', BESIDE[n % BESIDE.length]?.(n) ?? '');
      if (path.endsWith('.pdf')) mkdirSync(join(path, '..'));
      writeFileSync(path, `File ${n}.\n`);
    }
    return await timeCheck(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test.runIf(IS_WHOLE)(
  `${MANY} files in content/ take time and memory in proportion to ${FEW}`,
  { timeout: 600_000 },
  async () => {
    const [few, many] = [await spent(FEW), await spent(MANY)];
    console.log(`Files: ${FEW} take`, few, `${MANY} take`, many);
    expect(many.ms / few.ms).toBeLessThan(MOST);
    expect(many.megabytes / few.megabytes).toBeLessThan(MOST);
    expect(many.length / few.length).toBeLessThan(MOST);
  },
);
