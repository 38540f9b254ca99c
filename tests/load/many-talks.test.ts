import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeMeetup } from '../bench/make-meetup.ts';
import { IS_WHOLE } from '../hostile/is-whole.ts';
import { type Spent, timeCheck } from './time-check.ts';

const [FEW, MANY] = [250, 1_000];
/** Of four times the talks: 4 where time grows in proportion, 16 where it grows with the square. */
const MOST = 7;

/** A meetup of `talks` talks, and a question for five of them each; what `check` takes for it, in a new process. */
async function spent(talks: number): Promise<Spent> {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-many-'));
  try {
    makeMeetup(root, talks);
    mkdirSync(join(root, 'content/qa'));
    for (let number = 1; number <= talks / 5; number += 1) {
      writeFileSync(join(root, `content/qa/${number}-question.md`), question(number));
    }
    return await timeCheck(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function question(number: number): string {
  const answers = [number, number + 1].map(
    (speaker) => `### \u8bb2\u8005${speaker}\n\n- \u5148\u505a\u51fa\u6765`,
  );
  return `---\nquestion: \u95ee\u9898 ${number}\naskedBy: \u542c\u4f17\ntopic: \u4e3b\u9898 ${number % 20}\n---\n\n${answers.join('\n\n')}\n`;
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
