import { expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { printableDecks } from '../../src/export/printable-decks.ts';
import { auditDecks } from '../../src/print/audit-decks.ts';
import { ROOT } from '../cli/run-cli.ts';
import { compileMeetup } from '../compile-meetup.ts';
import { KEPT_SHELL } from '../kept-shell.ts';

const TALKS = 60;
const WORDS = ['data', '\u6570\u636e\u5e93', 'of', '\u5f00\u6e90', 'companies', '\u6545\u4e8b', 'Kubernetes'];

/** `count` words, varying with `no`. */
const words = (count: number, no: number) =>
  Array.from({ length: count }, (_, index) => WORDS[(no * 3 + index * 5) % WORDS.length]).join(' ');

const talk = (no: number) =>
  [
    `---\nspeaker: Speaker ${no} ${words(no % 3, no)}`,
    `org: ${words(1 + (no % 3), no + 1)}`,
    // The first page has one-line titles, as in most meetups.
    `title: ${no} ${words(no < 10 ? 1 : 1 + (no % 12), no)}`,
    'takeaway: K\n---\n\n## S\n\n- P\n',
  ].join('\n');

test.each(['', 'ratio: 4:3\n', 'theme: bold\n'])('a programme of sixty talks fits: %j', async (settings) => {
  const talks = Array.from({ length: TALKS }, (_, no) => [`content/talks/${no}-t${no}.md`, talk(no)]);
  const { value, findings } = compileMeetup({
    'content/event.md': `---\ntitle: E\nlang: zh-CN\n${settings}---\n`,
    ...Object.fromEntries(talks),
  });
  if (!value) throw new Error(JSON.stringify(findings));
  const { front, files } = value;
  const { failures, slides } = await auditDecks({
    ...printableDecks(openProject(ROOT), { decks: [front], files }),
    shellFolder: KEPT_SHELL,
  });
  expect(failures).toEqual([]);
  expect(slides).toBeGreaterThan(8);
});
