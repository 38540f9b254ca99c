import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { ROOT } from './run-cli.ts';

const REMEDY = 'run npm run build, delete decks whose talk is gone, and commit slides/';

it('the committed slides/ are what content/ and templates/ give', () => {
  const project = openProject(ROOT);
  const { value } = compile(project);
  if (!value) throw new Error('content/ has errors: run npx talkdeck check');

  const wanted = new Map(value.files.map(({ path, content }) => [path, Buffer.from(content as string)]));
  const present = readdirSync(project.slidesFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(project.slidesFolder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    // Slidev's own cache; git ignores it.
    .filter((path) => !path.startsWith('node_modules/'))
    .sort();
  expect(present, `a deck is missing or stray in slides/: ${REMEDY}`).toEqual([...wanted.keys()].sort());

  const stale = present.filter((path) => {
    const content = wanted.get(path);
    return content && !readFileSync(join(project.slidesFolder, path)).equals(content);
  });
  expect(stale, `stale in slides/: ${REMEDY}`).toEqual([]);
});
