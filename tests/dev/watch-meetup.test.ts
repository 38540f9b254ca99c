import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchMeetup } from '../../src/dev/watch-meetup.ts';
import { openProject } from '../../src/project.ts';

test('packages are not watched, whatever lies beside and above them is', async () => {
  const temp = mkdtempSync(join(tmpdir(), 'talkdeck-watch-'));
  const root = join(temp, 'node_modules', 'meetup');
  const folders = ['content/node_modules', 'content/node_modules-notes'].map((name) => join(root, name));
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  const seen = new Set<string>();
  const watcher = await watchMeetup(
    openProject(root),
    () => {},
    (files) => {
      for (const file of files) seen.add(file);
    },
    () => {},
  );
  try {
    const [inPackage, beside] = folders.map((folder) => join(folder, 'a.md'));
    if (!inPackage || !beside) throw new Error();
    writeFileSync(inPackage, 'a');
    writeFileSync(beside, 'a');
    await expect.poll(() => [...seen], { timeout: 20_000 }).toContain(beside);
    expect([...seen]).not.toContain(inPackage);
  } finally {
    await watcher.close();
    rmSync(temp, { recursive: true, force: true });
  }
});
