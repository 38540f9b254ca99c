import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { originOf, signText } from '../../src/build/sign-text.ts';
import { describeBackups, writeDecks } from '../../src/build/write-decks.ts';

const deck = (words: string) => signText(`---\nlayout: cover\n---\n\n# ${words}\n`, 'md');
const css = (color: string) => signText(`:root { --paper: ${color}; }\n`, 'css');
const ADA = { path: 'ada.md', content: deck('Ada') };
const BEN = { path: 'ben.md', content: deck('Ben') };
const LOOK = { path: 'style.css', content: css('#fff') };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talkdeck-decks-'));
  writeDecks(folder, [ADA, BEN, LOOK]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const names = () => readdirSync(folder).sort();

describe('a link', () => {
  let away: string;

  beforeEach(() => {
    away = mkdtempSync(join(tmpdir(), 'talkdeck-away-'));
    writeFileSync(join(away, 'ada.md'), ADA.content);
  });
  afterEach(() => rmSync(away, { recursive: true }));

  test('in the place of slides/ is not written through', () => {
    const slides = join(folder, 'slides');
    symlinkSync(away, slides, 'dir');
    expect(() => writeDecks(slides, [BEN, LOOK])).toThrow(
      expect.objectContaining({
        name: 'CliError',
        message: `${slides} is a link, and nothing is written where it leads.`,
        hint: 'Remove the link, or put a folder in its place.',
      }),
    );
    expect(() => writeDecks(slides, [], true)).toThrow('slides is a link');
    expect(readdirSync(away)).toEqual(['ada.md']);
  });

  test('in the place of a folder in it is not either, nor one that leads nowhere yet', () => {
    const picture = { path: 'assets/own/a.png', content: Buffer.from('picture') };
    for (const target of [away, join(away, 'later')]) {
      symlinkSync(target, join(folder, 'assets'), 'dir');
      expect(() => writeDecks(folder, [ADA, picture], true)).toThrow(`${join(folder, 'assets')} is a link`);
      rmSync(join(folder, 'assets'));
    }
    expect(readdirSync(away)).toEqual(['ada.md']);
  });

  test('to a folder within the meetup is not either', () => {
    mkdirSync(join(folder, 'content'));
    symlinkSync('content', join(folder, 'slides'), 'dir');
    expect(() => writeDecks(join(folder, 'slides'), [ADA])).toThrow('slides is a link');
    expect(readdirSync(join(folder, 'content'))).toEqual([]);
  });
});

describe('a remark', () => {
  test('is in the front matter of a deck, and at the top of a style sheet', () => {
    expect(ADA.content).toMatch(
      /^---\n# Made by talkdeck from content\/; edit there\. Digest: [\w-]{16}\nlayout: cover\n---\n/,
    );
    expect(LOOK.content).toMatch(
      /^\/\* Made by talkdeck from content\/; edit there\. Digest: [\w-]{16} \*\/\n:root/,
    );
  });

  test('is not put into a deck that has no front matter', () => {
    expect(() => signText('# Mine\n', 'md')).toThrow('A deck begins with "# Mine", not with front matter.');
  });

  test.each([
    ['as it was made', ADA.content, 'made'],
    ['with other line ends', ADA.content.replaceAll('\n', '\r\n'), 'made'],
    ['a style sheet as it was made', LOOK.content, 'made'],
    ['with a letter more', ADA.content.replace('Ada', 'Adam'), 'edited'],
    ['with a space at the end', `${ADA.content} `, 'edited'],
    ['without the remark', ADA.content.replace(/^# Made.*\n/m, ''), 'foreign'],
    ['of somebody else', '# My deck\n', 'foreign'],
  ] as const)('tells a text %s', (_, text, origin) => {
    expect(originOf(text)).toBe(origin);
  });
});

describe('what was edited by hand', () => {
  test('is kept beside what takes its place, with the line', () => {
    const edited = ADA.content.replace('# Ada', '# Ada Lovelace');
    write('ada.md', edited);
    const report = writeDecks(folder, [ADA, BEN, LOOK]);
    expect(report.kept).toEqual([{ path: 'ada.md', keptAs: 'ada.edited.md', line: 6 }]);
    expect(read('ada.edited.md')).toBe(edited);
    expect(read('ada.md')).toBe(ADA.content);
    // No longer reported.
    expect(writeDecks(folder, [ADA, BEN, LOOK])).toMatchObject({ kept: [], removed: [], written: [] });
    expect(read('ada.edited.md')).toBe(edited);
  });

  test('a second time is kept beside the first', () => {
    for (const words of ['# One', '# Two', '# One']) {
      write('ada.md', ADA.content.replace('# Ada', words));
      writeDecks(folder, [ADA, BEN, LOOK]);
    }
    expect(names()).toEqual(['ada.edited-2.md', 'ada.edited.md', 'ada.md', 'ben.md', 'style.css']);
    expect(read('ada.edited.md')).toContain('# One');
    expect(read('ada.edited-2.md')).toContain('# Two');
  });

  test('is kept unchanged in an old encoding', () => {
    const [before = '', after = ''] = ADA.content.split('Ada');
    const edited = Buffer.concat([Buffer.from(before), Buffer.from([0xd6, 0xd0]), Buffer.from(after)]);
    writeFileSync(join(folder, 'ada.md'), edited);
    expect(writeDecks(folder, [ADA, BEN, LOOK]).kept).toEqual([
      { path: 'ada.md', keptAs: 'ada.edited.md', line: 6 },
    ]);
    expect(readFileSync(join(folder, 'ada.edited.md'))).toEqual(edited);
  });

  test('and cannot be read is not taken for one that is not there', () => {
    rmSync(join(folder, 'ada.md'));
    // Nobody can read a link to itself or a folder, not even root.
    symlinkSync('ada.md', join(folder, 'ada.md'));
    expect(() => writeDecks(folder, [ADA, BEN, LOOK])).toThrow(/ada\.md was not made by talkdeck/);
    expect(lstatSync(join(folder, 'ada.md')).isSymbolicLink()).toBe(true);
    expect(writeDecks(folder, [BEN, LOOK]).removed).toEqual([]);
    rmSync(join(folder, 'ada.md'));
    mkdirSync(join(folder, 'ada.md'));
    expect(() => writeDecks(folder, [ADA, BEN, LOOK])).toThrow(
      /^Cannot read .*ada\.md: it is a folder, and no file/,
    );
    expect(lstatSync(join(folder, 'ada.md')).isDirectory()).toBe(true);
  });

  test.skipIf(process.platform === 'win32')(
    'and is a link out of slides/, or a pipe, is neither copied nor waited for',
    () => {
      const secret = join(folder, '..', `${basename(folder)}-secret.md`);
      using _ = { [Symbol.dispose]: () => rmSync(secret) };
      writeFileSync(secret, 'token=5d1f\n');
      rmSync(join(folder, 'ada.md'));
      symlinkSync(secret, join(folder, 'ada.md'));
      expect(() => writeDecks(folder, [ADA, BEN, LOOK])).toThrow(/ada\.md was not made by talkdeck/);
      rmSync(join(folder, 'ada.md'));
      execFileSync('mkfifo', [join(folder, 'ada.md')]);
      expect(() => writeDecks(folder, [ADA, BEN, LOOK])).toThrow(/^Cannot read .*ada\.md: it is a pipe/);
      expect(names()).toEqual(['ada.md', 'ben.md', 'style.css']);
    },
  );

  test('in a style sheet is kept, too', () => {
    write('style.css', css('#fff').replace('#fff', '#eee'));
    writeDecks(folder, [ADA, BEN, LOOK]);
    expect(read('style.edited.css')).toContain('#eee');
  });

  test('is thrown away by force', () => {
    write('ada.md', ADA.content.replace('# Ada', '# Other'));
    expect(writeDecks(folder, [ADA, BEN, LOOK], true).kept).toEqual([]);
    expect(names()).toEqual(['ada.md', 'ben.md', 'style.css']);
    expect(read('ada.md')).toBe(ADA.content);
  });
});

describe('what the tool did not make', () => {
  test('is not touched', () => {
    write('mine.md', '# Mine\n');
    write('notes.txt', 'Mine\n');
    expect(writeDecks(folder, [ADA, BEN, LOOK]).removed).toEqual([]);
    expect([read('mine.md'), read('notes.txt')]).toEqual(['# Mine\n', 'Mine\n']);
  });

  test('is not overwritten by a deck of that name: nothing is written', () => {
    write('cy.md', '# Mine\n');
    const other = { path: 'ada.md', content: deck('Other') };
    const cy = { path: 'cy.md', content: deck('Cy') };
    expect(() => writeDecks(folder, [other, BEN, cy, LOOK])).toThrow(/cy\.md was not made by talkdeck/);
    expect([read('ada.md'), read('cy.md')]).toEqual([ADA.content, '# Mine\n']);
    writeDecks(folder, [other, BEN, cy, LOOK], true);
    expect([read('ada.md'), read('cy.md')]).toEqual([other.content, cy.content]);
  });
});

describe('a picture beside the decks', () => {
  const picture = (...bytes: readonly number[]) => ({
    path: 'assets/a.png',
    content: Uint8Array.from(bytes),
  });
  const bytes = (name: string) => [...readFileSync(join(folder, name))];
  const assets = () => readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.png'));

  test('takes the place of what the tool wrote before, also where the first decks came from elsewhere', () => {
    for (const byte of [1, 2]) {
      expect(writeDecks(folder, [ADA, picture(byte)])).toMatchObject({ written: ['assets/a.png'], kept: [] });
    }
    expect(assets()).toEqual(['a.png']);
    expect(bytes('assets/a.png')).toEqual([2]);
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    try {
      expect(writeDecks(copy, [ADA, picture(3)]).kept).toEqual([]);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });

  test('that is the same is taken for the tool’s own', () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets/a.png'), Uint8Array.of(1));
    expect(writeDecks(folder, [ADA, picture(1)])).toMatchObject({
      unchanged: ['ada.md', 'assets/a.png'],
      kept: [],
    });
    expect(writeDecks(folder, [ADA, picture(2)]).kept).toEqual([]);
  });

  test.each([
    ['somebody else put there', false],
    ['was edited by hand', true],
  ])('that %s is kept beside the new one', (_, isMade) => {
    mkdirSync(join(folder, 'assets'));
    if (isMade) writeDecks(folder, [ADA, picture(1)]);
    writeFileSync(join(folder, 'assets/a.png'), Uint8Array.of(7));
    const { kept } = writeDecks(folder, [ADA, picture(1)]);
    expect(kept).toEqual([{ path: 'assets/a.png', keptAs: 'assets/a.edited.png', line: null }]);
    expect([bytes('assets/a.png'), bytes('assets/a.edited.png')]).toEqual([[1], [7]]);
    expect(describeBackups({ kept, removed: [] }, 'slides', [])).toEqual([
      'slides/assets/a.png was not what talkdeck wrote: that file is slides/assets/a.edited.png now. To show it, put it in the place of the one in content/assets/.',
    ]);
    expect(writeDecks(folder, [ADA, picture(2)]).kept).toEqual([]);
  });

  test('and that no deck shows is not touched', () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets/mine.png'), Uint8Array.of(7));
    writeDecks(folder, [ADA, picture(1)]);
    expect(bytes('assets/mine.png')).toEqual([7]);
  });

  test('of somebody else is overwritten by force', () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'assets/a.png'), Uint8Array.of(7));
    expect(writeDecks(folder, [ADA, picture(1)], true).kept).toEqual([]);
    expect(assets()).toEqual(['a.png']);
  });

  test('without a record that can be read loses nothing', () => {
    writeDecks(folder, [ADA, picture(1)]);
    writeFileSync(join(folder, 'assets/.talkdeck.json'), '{');
    expect(writeDecks(folder, [ADA, picture(2)]).kept).toHaveLength(1);
    expect([bytes('assets/a.png'), bytes('assets/a.edited.png')]).toEqual([[2], [1]]);
  });
});

test('what became of a deck that is gone is said, of the one of questions, too', () => {
  expect(describeBackups({ kept: [], removed: ['ada.md', 'qa.md'] }, 'slides', [])).toEqual([
    'slides/ada.md was removed: its talk is gone.',
    'slides/qa.md was removed: there are no questions any more.',
  ]);
});

describe('a deck whose talk is gone', () => {
  test('is removed', () => {
    expect(writeDecks(folder, [BEN, LOOK]).removed).toEqual(['ada.md']);
    expect(existsSync(join(folder, 'ada.md'))).toBe(false);
  });

  test('stays where somebody edited it', () => {
    const edited = ADA.content.replace('# Ada', '# Ada Lovelace');
    write('ada.md', edited);
    expect(writeDecks(folder, [BEN, LOOK]).removed).toEqual([]);
    expect(read('ada.md')).toBe(edited);
  });
});
