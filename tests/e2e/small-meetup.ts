import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two speakers: Ada answers a question in the Q&A, Ben does not. */
export function writeSmallMeetup(root: string): void {
  for (const folder of ['talks', 'qa']) mkdirSync(join(root, 'content', folder), { recursive: true });
  writeFileSync(join(root, 'content', 'event.md'), '---\ntitle: "Data: 1/2?"\nlang: en\nhost: Cy\n---\n');
  writeTalk(root, 'ada', 'Ada', 'Stores', '- Fast\n- Small');
  writeTalk(root, 'ben', 'Ben', 'Queues', '- Long\n- Fair');
  writeFileSync(
    join(root, 'content', 'qa', '01-why.md'),
    '---\nquestion: Why stores?\naskedBy: Cy\naskedTo: Ada\ntopic: Why\n---\n\n### Ada\n\n- Because of data.\n',
  );
}

export function writeTalk(root: string, slug: string, speaker: string, title: string, points: string): void {
  writeFileSync(
    join(root, 'content', 'talks', `${slug}.md`),
    `---\nspeaker: ${speaker}\ntitle: ${title}\ntakeaway: Remember ${title.toLowerCase()}.\n---\n\n## One\n\n${points}\n`,
  );
}
