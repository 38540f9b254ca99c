import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProject } from '../../../src/base/project.ts';
import { type LiveState, liveMeetup } from '../../../src/dev/state/live-meetup.ts';
import { EVENT, TALK, TALK_HEAD, tempMeetup } from '../../content/temp-meetup.ts';

const OTHER = TALK.replace('\u9ec4\u4e1c\u65ed', '\u674e\u6d69\u6e90');
const FAULTY = `${TALK_HEAD}\n## One {.points}\n`;

function open(overrides: Parameters<typeof tempMeetup>[0] = {}) {
  const meetup = tempMeetup({ 'talks/02-li.md': OTHER, ...overrides });
  const live = liveMeetup(openProject(meetup.root));
  const write = (path: string, text: string | Uint8Array) =>
    writeFileSync(join(meetup.root, 'content', path), text);
  const remove = (path: string) => rmSync(join(meetup.root, path), { recursive: true });
  return { live, write, remove, [Symbol.dispose]: () => meetup[Symbol.dispose]() };
}

const textOf = ({ compilation }: LiveState, slug: string) =>
  (compilation?.decks.find(({ deck }) => deck.slug === slug)?.text ?? '').replaceAll('<wbr>', '');
const codesOf = ({ findings }: LiveState) => findings.map(({ code }) => code);
const slugsOf = ({ compilation }: LiveState) => compilation?.decks.map(({ deck }) => deck.slug);

describe('a mistake in one file', () => {
  test('keeps what was sound of it, and lets edits of others through', () => {
    using meetup = open();
    const { live, write } = meetup;
    live.refresh();
    write('talks/01-huang.md', FAULTY);
    write('talks/02-li.md', `${OTHER}- A second point\n`);
    const state = live.refresh();
    expect(codesOf(state)).toEqual(['empty-section']);
    expect(textOf(state, 'huang')).toContain('\u60f3\u628a\u516c\u53f8\u505a\u5927');
    expect(textOf(state, 'li')).toContain('A second point');
    write('talks/01-huang.md', `${TALK_HEAD}\n## Two\n\n- Mended\n`);
    const mended = live.refresh();
    expect(codesOf(mended)).toEqual([]);
    expect(textOf(mended, 'huang')).toContain('Mended');
    expect(textOf(mended, 'li')).toContain('A second point');
  });

  test('that was never sound leaves its deck out', () => {
    using meetup = open({ 'talks/02-li.md': FAULTY });
    const state = meetup.live.refresh();
    expect(slugsOf(state)).toEqual(['huang', 'qa']);
    expect(codesOf(state)).toContain('empty-section');
  });

  test('that is not even text keeps its place', () => {
    using meetup = open();
    const { live, write } = meetup;
    live.refresh();
    write('talks/01-huang.md', Uint8Array.of(0xff, 0xfe, 0x00));
    const state = live.refresh();
    expect(codesOf(state)).toContain('invalid-utf8');
    expect(slugsOf(state)).toEqual(['huang', 'li', 'qa']);
  });

  test('of event.md keeps the event as it was', () => {
    using meetup = open();
    const { live, write } = meetup;
    live.refresh();
    write('event.md', 'no front matter');
    const state = live.refresh();
    expect(codesOf(state)).toContain('front-matter-missing');
    expect(state.compilation?.front.deck.title).toBe('\u4e09\u4eba\u8c08');
  });

  test('that another file is to blame for, too, goes on with what was sound of both', () => {
    using meetup = open();
    const { live, write } = meetup;
    live.refresh();
    write('talks/01-huang.md', TALK.replace('\u9ec4\u4e1c\u65ed', '\u9ec4\u897f\u65ed'));
    const state = live.refresh();
    expect(codesOf(state)).toEqual(['unknown-person']);
    expect(slugsOf(state)).toEqual(['huang', 'li', 'qa']);
  });
});

test('a new talk appears, a deleted one vanishes', () => {
  using meetup = open();
  const { live, write, remove } = meetup;
  live.refresh();
  write('talks/03-new.md', TALK.replace('\u9ec4\u4e1c\u65ed', '\u65b0\u4eba'));
  expect(slugsOf(live.refresh())).toEqual(['huang', 'li', 'new', 'qa']);
  remove('content/talks/02-li.md');
  expect(slugsOf(live.refresh())).toEqual(['huang', 'new', 'qa']);
});

test('without content/ the decks stay, and what is wrong is said; with it they go on', () => {
  using meetup = open();
  const { live, remove } = meetup;
  const before = live.refresh();
  remove('content');
  const gone = live.refresh();
  expect(gone.problem?.message).toMatch(/^There is no content\/ folder/);
  expect(slugsOf(gone)).toEqual(slugsOf(before));
});

test('a meetup that has nothing sound has no decks', () => {
  using meetup = open({ 'event.md': null });
  const { live, write } = meetup;
  expect(live.refresh()).toMatchObject({ compilation: null, problem: null });
  write('event.md', EVENT);
  expect(slugsOf(live.refresh())).toEqual(['huang', 'li', 'qa']);
});
