import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listDecks } from '../../src/lsp/decks.ts';
import { type Follow, followSlides } from '../../src/lsp/follow.ts';
import { type MeetupState, openMeetup } from '../../src/lsp/open-meetup.ts';
import { uriOf } from '../../src/lsp/places.ts';
import type { SlidePlace } from '../../src/lsp/preview.ts';
import { FILES, QUESTION, QUESTION_FILE, TALK, TALK_FILE } from './night.ts';

let root: string;
let state: MeetupState;
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-follow-')));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  state = openMeetup(root).state();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Slides that pages were led to, and lines that the cursor was moved to. */
let led: SlidePlace[];
let taken: (readonly [string, number])[];
let read: (root: string, place: SlidePlace) => void;
let follow: Follow;
beforeEach(() => {
  led = [];
  taken = [];
  follow = followSlides(
    {
      slideUrl: async (_, { deck, slide }) => `http://localhost:3030/${deck}/${slide}?editor=k`,
      lead: async (_, place) => void led.push(place),
      onShown(hear) {
        read = hear;
      },
      stop() {},
    },
    { stateAt: () => state, goTo: (uri, line) => void taken.push([uri, line]) },
  );
});

const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length - 1;
const cursor = (path: string, text: string, words: string) =>
  follow.cursor(uriOf(root, path), { line: lineOf(text, words), character: 0 });
const slides = (slug: string) =>
  listDecks(root, state, () => []).find(({ deck }) => deck === slug)?.slides ?? [];
const numberOf = (slug: string, title: string) =>
  slides(slug).find((each) => each.title === title)?.slide ?? 0;

test('decks are listed with their slides, where these begin, and what is wrong with them', () => {
  const finding = { severity: 'error', at: { line: 11, column: 1, length: 1 } };
  const decks = listDecks(root, state, (path) => (path === TALK_FILE ? [finding as never] : []));
  expect(decks.map(({ deck }) => deck)).toEqual(['ada', 'qa']);
  const shown = decks[0]?.slides.map(({ title, kind, line, errors, others }) => [
    title,
    kind,
    line,
    errors,
    others,
  ]);
  expect(shown?.filter(([, kind]) => kind === 'points' || kind === 'stats')).toEqual([
    ['How it heals', 'points', 7, 1, 0],
    ['In figures', 'stats', 12, 0, 0],
  ]);
  expect(decks[0]?.slides[0]).toMatchObject({ slide: 1, kind: 'cover', uri: uriOf(root, TALK_FILE) });
});

test('pages follow the cursor from section to section, and from deck to deck', () => {
  cursor(TALK_FILE, TALK, '## How');
  cursor(TALK_FILE, TALK, '- It keeps');
  cursor(TALK_FILE, TALK, '- **40**');
  cursor(QUESTION_FILE, QUESTION, '- With one');
  expect(led.slice(0, 2)).toEqual([
    { deck: 'ada', slide: numberOf('ada', 'How it heals') },
    { deck: 'ada', slide: numberOf('ada', 'In figures') },
  ]);
  expect(led).toHaveLength(3);
  expect(led[2]?.deck).toBe('qa');
});

test('within a long section, too: the page by the line, and the cursor by the slide', () => {
  const points = Array.from({ length: 20 }, (_, index) => `- Point ${index + 1}\n`).join('');
  const long = TALK.replace('## In figures', `## Long\n\n${points}\n## In figures`);
  const meetup = openMeetup(root);
  meetup.setText(TALK_FILE, long);
  const usual = state;
  state = meetup.state();
  try {
    const first = numberOf('ada', 'Long (1/3)');
    cursor(TALK_FILE, long, '## Long');
    cursor(TALK_FILE, long, '- Point 20');
    cursor(TALK_FILE, long, '- Point 19');
    expect(led).toEqual([
      { deck: 'ada', slide: first },
      { deck: 'ada', slide: first + 2 },
    ]);
    read(root, { deck: 'ada', slide: first + 1 });
    cursor(TALK_FILE, long, '- Point 8');
    expect(taken).toEqual([[uriOf(root, TALK_FILE), lineOf(long, '- Point 8')]]);
    expect(led).toHaveLength(2);
  } finally {
    state = usual;
  }
});

test('the cursor follows a reader, and is not sent back by where it comes to', async () => {
  const place = { deck: 'ada', slide: numberOf('ada', 'How it heals') };
  const position = { line: lineOf(TALK, '## How'), character: 0 };
  expect(await follow.open(uriOf(root, TALK_FILE), position)).toEqual({
    ...place,
    url: `http://localhost:3030/ada/${place.slide}?editor=k`,
  });
  // It is already there.
  read(root, place);
  expect(taken).toEqual([]);
  read(root, { ...place, slide: numberOf('ada', 'In figures') });
  expect(taken).toEqual([[uriOf(root, TALK_FILE), lineOf(TALK, '## In figures')]]);
  cursor(TALK_FILE, TALK, '## In figures');
  expect(led).toEqual([]);
  cursor(TALK_FILE, TALK, '## How');
  expect(led).toEqual([place]);
});

test('what no slide shows leads nowhere', async () => {
  const readme = uriOf(root, 'README.md');
  expect(await follow.open(readme, { line: 0, character: 0 })).toBeNull();
  follow.cursor(readme, { line: 0, character: 0 });
  read(root, { deck: 'nobody', slide: 1 });
  read(root, { deck: 'ada', slide: 99 });
  expect([led, taken]).toEqual([[], []]);
});
