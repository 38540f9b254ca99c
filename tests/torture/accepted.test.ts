import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openProject, type Project } from '../../src/base/project.ts';
import { type Compilation, compile } from '../../src/build/compile.ts';
import { fitSlides } from '../../src/export/fit-slides.ts';
import { printableDecks } from '../../src/export/printable-decks.ts';
import { auditDecks } from '../../src/print/audit-decks.ts';
import type { SlideFailure } from '../../src/print/types.ts';
import { EVENT, type Files } from '../compile-meetup.ts';
import { IS_WHOLE } from '../deep.ts';
import { SEED } from '../hostile/seed.ts';
import { startTally } from '../hostile/start-tally.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { acceptedMeetup } from './accepted-meetup.ts';

/** Only a hang takes this long. */
const TIMEOUT = 600_000;
const tally = startTally('Slides of meetups that check accepts:');
const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

const MEETUPS = Array.from({ length: IS_WHOLE ? 12 : 2 }, (_, index) => SEED * 100 + index);

test.each(MEETUPS)(
  'what check accepts fits in the browser, meetup %i',
  async (seed) => {
    const { project, value } = accepted(acceptedMeetup(seed, seed % 2 === 0 ? 'en' : 'zh-CN'));
    const seen = new Map<string, string>();
    let failed: readonly SlideFailure[] = [];
    // As in an export: where an estimate is wrong, the slide is laid out again, and changed decks are inspected again.
    const { looked } = await fitSlides(project, value, {
      look: async ({ front, decks, files }) => {
        const changed = [front, ...decks].filter(({ deck, text }) => seen.get(deck.slug) !== text);
        for (const { deck, text } of changed) seen.set(deck.slug, text);
        const { slides, failures } = await auditDecks({
          ...printableDecks(project, { decks: changed, files }),
          shellFolder: KEPT_SHELL,
          timeoutMs: TIMEOUT,
        });
        const isChanged = ({ slug }: SlideFailure) => changed.some(({ deck }) => deck.slug === slug);
        failed = [...failed.filter((failure) => !isChanged(failure)), ...failures];
        return { slides, failures: failed };
      },
      failuresOf: ({ failures }) => failures,
      onHigher: (slides) => tally('slides that were higher than estimated', slides.length, 0),
    });
    tally('slides, looked at in a browser', looked.slides, looked.failures.length);
    expect(looked.failures).toEqual([]);
  },
  TIMEOUT,
);

/** The meetup without the files that `check` rejects. */
function accepted(given: Files): { readonly project: Project; readonly value: Compilation } {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-accepted-'));
  roots.push(root);
  for (const [path, content] of Object.entries(given)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const project = openProject(root);
  for (;;) {
    const { value, findings } = compile(project);
    if (value) return { project, value };
    const refused = new Set(findings.filter(({ severity }) => severity === 'error').map(({ file }) => file));
    // Only its own fields, or questions in a column, may be too long; nothing else may be reported for the meetup.
    if (refused.delete('content/event.md')) {
      const [found] = findings.filter(({ file }) => file === 'content/event.md');
      expect(found).toMatchObject({
        code: 'text-too-long',
        args: { what: expect.stringMatching(/^(?:title|closing|matrix)$/) },
      });
      writeFileSync(join(root, 'content/event.md'), EVENT.replace('Hanna', 'Ingrid Lindqvist'));
    }
    tally('files that check refuses', refused.size, 0);
    for (const file of refused) rmSync(join(root, file), { recursive: true, force: true });
  }
}
