import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeMeetup } from '../bench/make-meetup.ts';

/**
 * Writes a meetup of `talks` talks below `root`, with a question for every fifth talk, each answered by two speakers.
 */
export function makeLargeMeetup(root: string, talks: number): void {
  makeMeetup(root, talks);
  mkdirSync(join(root, 'content/qa'));
  for (let number = 1; number <= talks / 5; number += 1) {
    writeFileSync(join(root, `content/qa/${number}-question.md`), question(number));
  }
}

function question(number: number): string {
  const answers = [number, number + 1].map(
    (speaker) => `### \u8bb2\u8005${speaker}\n\n- \u5148\u505a\u51fa\u6765`,
  );
  return `---\nquestion: \u95ee\u9898 ${number}\naskedBy: \u542c\u4f17\ntopic: \u4e3b\u9898 ${number % 20}\n---\n\n${answers.join('\n\n')}\n`;
}
