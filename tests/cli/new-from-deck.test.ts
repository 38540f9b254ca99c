import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseReport, ROOT, runCli } from './run-cli.ts';

const DECKS = join(ROOT, 'tests/fixtures/decks');

let temp: string;
beforeEach(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-from-')));
  mkdirSync(join(temp, 'content'));
  writeFileSync(join(temp, 'content/event.md'), '---\ntitle: Night\nlang: en\n---\n');
});
afterEach(() => {
  rmSync(temp, { recursive: true, force: true });
});

const from = (deck: string, ...args: readonly string[]) =>
  runCli(['new', 'talk', 'Nora Lindqvist', '--from', deck, ...args], temp);
const TALK = 'content/talks/01-nora-lindqvist.md';
const body = () => readFileSync(join(temp, TALK), 'utf8').replace(/^---\n[\s\S]*?\n---\n\n/, '');
const deck = () => readFileSync(join(temp, 'slides/nora-lindqvist.md'), 'utf8');

interface LeftOut {
  readonly line: number;
  readonly text: string;
}

describe.each([
  [
    'slidev',
    { slides: 7, notes: 2, pictures: ['content/assets/nora-lindqvist-team.png'] },
    ['Queues that never lie', 'Retry, but tell the truth about it.'],
    [2, 6, 7, 14, 23, 24, 29, 37, 39, 50, 53, 61, 66, 71, 82, 92, 95],
  ],
  [
    'marp',
    { slides: 4, notes: 1, pictures: ['content/assets/nora-lindqvist-flow.svg'] },
    ['Caches and their costs', 'Measure first, cache later'],
    [2, 3, 4, 8, 10, 28, 37, 43],
  ],
  [
    'reveal',
    { slides: 4, notes: 2, pictures: [] },
    ['Logs as a product', 'Whoever reads it at night is your user'],
    [3, 12, 16, 17, 42],
  ],
  [
    'pandoc',
    { slides: 8, notes: 1, pictures: ['content/assets/nora-lindqvist-flow.svg'] },
    ['Types that pay rent', 'Begin with one module'],
    [2, 3, 7, 9, 25, 30, 32, 33, 36, 37, 43, 52],
  ],
])('a deck for %s', (tool, counts, [title, takeaway], lines) => {
  it('becomes a summary that builds, and says what it left out', async () => {
    const report = parseReport(await from(join(DECKS, `${tool}.md`), '--json'));
    expect(report).toMatchObject({ ok: true, file: TALK, left: [], ...counts });
    expect((report.leftOut as readonly LeftOut[]).map(({ line }) => line)).toEqual(lines);
    const head = readFileSync(join(temp, TALK), 'utf8');
    expect(head).toContain(`\ntitle: ${title}\n`);
    expect(head).toContain(`\ntakeaway: ${takeaway}\n`);
    expect(body()).toMatchSnapshot();
    expect(await runCli(['build'], temp)).toMatchObject({ code: 0, stderr: '' });
    // Nothing of the tool's own markup is on a slide.
    expect(deck()).not.toMatch(
      /Tweet|::right::|magic-move|\\<|\\:::|data-background|smallcaps|monaco|_class|\bbg right/,
    );
  });
});

it('says in words what was taken, and what was left out', async () => {
  const { code, stdout, stderr } = await from(join(DECKS, 'reveal.md'));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(
    `${TALK} is there.\nTaken from ${join(DECKS, 'reveal.md')}, as reveal.js reads it: 4 slides, 2 notes, 0 pictures.\n` +
      'Left out:\n  how slides look is said in event.md, or by their Markdown:\n' +
      '    line 3: revealOptions: {"transition":"fade"}\n' +
      '    line 12: <!-- .slide: data-background="#ff0000" -->\n' +
      '    line 16: - On call <!-- .element: class="fragment" -->\n' +
      '    line 17: - Support <!-- .element: class="fragment" -->\n' +
      '  there is no such picture:\n    line 42: img/gone.png\n',
  );
});

it('goes by the command line first, and names what is left to write', async () => {
  writeFileSync(
    join(temp, 'deck.md'),
    '# Its own title\n\n---\n\n## One\n\n- a\n\n---\n\n## Two\n\n<table><tr><td>x</td></tr></table>\n',
  );
  const { stdout } = await from('deck.md', '--title', 'Another');
  expect(readFileSync(join(temp, TALK), 'utf8')).toContain('\ntitle: Another\n');
  expect(stdout).toContain(
    'Nothing can be built before this is written:\n  line 8: The field "takeaway" is empty.\n',
  );
  const again = await runCli(['new', 'talk', 'Ada', '--from', 'deck.md', '--takeaway', 'Now'], temp);
  expect(again.stdout).not.toContain('takeaway');
});

describe('pictures', () => {
  it('are copied from the folder of the deck only, and links lead nowhere', async () => {
    mkdirSync(join(temp, 'deck'));
    copyFileSync(join(DECKS, 'public/team.png'), join(temp, 'secret.png'));
    copyFileSync(join(DECKS, 'public/team.png'), join(temp, 'deck/a.png'));
    symlinkSync(join(temp, 'secret.png'), join(temp, 'deck/link.png'));
    writeFileSync(
      join(temp, 'deck/deck.md'),
      '# T\n\n---\n\n## One\n\n![in](a.png)\n\n![again](./a.png)\n\n---\n\n## Two\n\n- ![out](../secret.png) ![link](link.png) ![abs](/etc/passwd)\n- text\n',
    );
    const report = parseReport(await from('deck/deck.md', '--takeaway', 'x', '--json'));
    expect((report.leftOut as readonly LeftOut[]).map(({ text }) => text)).toEqual([
      '../secret.png',
      'link.png',
      '/etc/passwd',
    ]);
    expect(
      readdirSync(join(temp, 'content/assets')).filter((name) => /link|secret|passwd/.test(name)),
    ).toEqual([]);
  });

  it('never take the place of another file', async () => {
    mkdirSync(join(temp, 'content/assets'), { recursive: true });
    writeFileSync(join(temp, 'content/assets/nora-lindqvist-team.png'), 'mine');
    const report = parseReport(await from(join(DECKS, 'slidev.md'), '--json'));
    expect(report.pictures).toEqual(['content/assets/nora-lindqvist-team-2.png']);
    expect(readFileSync(join(temp, 'content/assets/nora-lindqvist-team.png'), 'utf8')).toBe('mine');
  });
});

it.each([
  ['a file that is not there', 'gone.md', 'cannot be read as a deck'],
  ['what is no Markdown', join(ROOT, 'tests/fixtures/decks/public/team.png'), 'it is not Markdown'],
])('%s ends in exit code 2, and nothing is written', async (_, path, message) => {
  const { code, stderr } = await from(path);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(existsSync(join(temp, 'content/talks'))).toBe(false);
});
