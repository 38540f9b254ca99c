import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { fullness } from '../../src/deck/paginate/fullness.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-full-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** How full the slides of a section with this many points are. */
function fullOf(points: number): readonly (number | null)[] {
  const list = Array.from({ length: points }, (_, index) => `- Point ${index + 1}`).join('\n');
  const files = {
    'content/event.md': '---\ntitle: Night\nlang: en\n---\n',
    'content/talks/01-ada.md': `---\nspeaker: Ada\ntitle: T\ntakeaway: Remember it\n---\n\n## Points\n\n${list}\n`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { value } = compile(openProject(root));
  const ada = value?.decks.find(({ deck }) => deck.slug === 'ada')?.deck;
  if (!value || !ada) throw new Error('no deck');
  return ada.slides.filter(({ kind }) => kind === 'points').map((slide) => fullness(slide, ada, value.fonts));
}

test('a slide is full by what it has, up to the point that begins another slide', () => {
  let points = 2;
  let before = 0;
  for (;;) {
    const [full = null, ...others] = fullOf(points);
    if (others.length > 0) break;
    expect(full).toBeGreaterThan(before);
    expect(full).toBeLessThanOrEqual(1);
    before = full ?? 0;
    points += 1;
  }
  // The last one that fitted left no room for another.
  expect(before).toBeGreaterThan(0.85);
  expect(fullOf(points)).toEqual([null, null]);
});
