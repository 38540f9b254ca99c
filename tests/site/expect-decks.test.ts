import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { expectDecks } from '../../src/site/expect-decks.ts';
import { EVENT, talk } from '../compile-meetup.ts';
import { ownTemporary } from '../own-temporary.ts';

const temporary = ownTemporary('expect');

test('Slidev loads ahead where a file has changed since the last site', async () => {
  const root = join(temporary(), 'meetup');
  mkdirSync(join(root, 'content/talks'), { recursive: true });
  writeFileSync(join(root, 'content/event.md'), EVENT);
  const ada = join(root, 'content/talks/01-ada.md');
  writeFileSync(ada, talk('## A point\n\n- First'));
  const project = openProject(root);
  const loads = async (isDone: boolean): Promise<boolean> => {
    const { bundler, done, dispose } = expectDecks(project);
    if (isDone) done();
    await dispose();
    return bundler !== null;
  };

  // One that was abandoned is built again.
  expect([await loads(false), await loads(true), await loads(true)]).toEqual([true, true, false]);
  appendFileSync(ada, '- Second\n');
  expect([await loads(true), await loads(true)]).toEqual([true, false]);
});
