import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { adviceFor, adviceForInSteps } from '../../src/advice/advise.ts';
import { createMemory, finish, type LastingMemory, NO_MEMORY } from '../../src/base/memory.ts';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { writeDecks } from '../../src/build/write-decks.ts';
import { readContentLines } from '../../src/content/read/content-folder.ts';
import { changeOf } from '../../src/dev/state/dev-state.ts';
import { liveMeetup } from '../../src/dev/state/live-meetup.ts';
import { stateOf } from '../../src/dev/state/state-of.ts';
import { makeLargeMeetup } from './make-large-meetup.ts';

const [FEW, MANY] = [10, 40];
const EDITED = 'content/talks/7-talk-7.md';
/** Stamps of younger files are not trusted. */
const OLD_MS = 2_600;

/** A memory that records which keys were computed. */
function watched(made: Set<string>): LastingMemory {
  const memory = createMemory();
  return {
    ...memory,
    recall: (key, input, make) =>
      memory.recall(key, input, (given) => {
        made.add(key);
        return make(given);
      }),
  };
}

/** The work of `talkdeck dev` on a save, stage by stage. */
function work(root: string) {
  const project = openProject(root);
  const made = new Set<string>();
  const [ofDecks, onDisk, onPages, advised] = [watched(made), watched(made), watched(made), watched(made)];
  const meetup = liveMeetup(project, ofDecks);
  return () => {
    made.clear();
    const live = meetup.refresh();
    if (!live.compilation || !live.meetup) throw new Error(JSON.stringify(live.findings));
    const { written } = writeDecks(project.slidesFolder, live.compilation.files, false, onDisk);
    const advice = finish(
      adviceForInSteps({ meetup: live.meetup, assets: live.assets }, live.findings, advised),
    );
    const shown = { ...live, findings: [...live.findings, ...advice] };
    const state = stateOf(shown, readContentLines(root, onPages), onPages);
    for (const memory of [onDisk, onPages, advised]) memory.forgetUnused();
    return { files: live.compilation.files, advice, state, written, made: [...made].sort() };
  };
}

/** Cost of saving one talk's body, in a meetup of `talks` talks. */
async function saveOne(talks: number) {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-save-'));
  try {
    makeLargeMeetup(root, talks);
    const look = work(root);
    look();
    await delay(OLD_MS);
    look();
    const before = look();
    const text = readFileSync(join(root, EDITED), 'utf8');
    writeFileSync(join(root, EDITED), text.replace('\u6545\u969c', '\u5076\u53d1\u6545\u969c'));
    const after = look();
    const fresh = compile(openProject(root));
    const found = adviceFor(fresh, fresh.findings);
    expect(after.files).toEqual(fresh.value?.files);
    expect(after.advice).toEqual(found);
    expect(after.state).toEqual(
      stateOf(
        { compilation: fresh.value, findings: [...fresh.findings, ...found], problem: null },
        readContentLines(root),
        NO_MEMORY,
      ),
    );
    const sent = JSON.stringify(changeOf(before.state, after.state)).length;
    return { idle: before.made, made: after.made, written: after.written, sent };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test(`a save costs with ${MANY} talks what it does with ${FEW}`, async () => {
  const [few, many] = [await saveOne(FEW), await saveOne(MANY)];
  console.log(`Made for a save of one of ${MANY} talks:`, many.made.join(', '), `- sent: ${many.sent}`);
  expect(many.idle).toEqual([]);
  expect(many.written).toEqual(['talk-7.md']);
  expect(many.made).toEqual(few.made);
  expect(many.made).toContain('text speaker talk-7');
  expect(many.sent).toBeLessThan(few.sent + 100);
});
