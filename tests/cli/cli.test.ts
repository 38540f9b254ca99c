import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyMeetup } from './copy-meetup.ts';
import { FIXTURES, parseReport, ROOT, runCli, snapshot, startCli } from './run-cli.ts';

const VALID = join(FIXTURES, 'valid');
const FAULTY = join(FIXTURES, 'images');

let temp: string;
beforeAll(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-cli-')));
});
afterAll(() => {
  rmSync(temp, { recursive: true, force: true });
});

const copyOf = (root: string, name: string): string => copyMeetup(root, join(temp, name));

it('goes on when nobody reads its messages any more', async () => {
  const root = copyOf(VALID, 'unread');
  writeFileSync(join(root, 'content', 'stray.md'), 'A warning.\n');
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli.js'), 'build', '--root', root], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.destroy();
  let told = '';
  child.stdout.on('data', (chunk) => {
    told += String(chunk);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, told.includes('decks in')]).toEqual([0, true]);
});

describe('help', () => {
  it('says what there is to do, where from, and what the exit codes mean', async () => {
    const { code, stdout, stderr } = await runCli(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: talkdeck \[options\] \[command\]\n/);
    expect(stdout).toContain('content/');
    for (const command of ['build', 'check', 'export'])
      expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    expect(stdout).toContain('Exit codes: 0 clean, 1 something to fix, 2 could not run.');
  });

  it.each(['build', 'check', 'export'])('of %s names the options that all commands take', async (command) => {
    const { code, stdout } = await runCli([command, '--help']);
    expect(code).toBe(0);
    for (const option of ['--root <dir>', '--json', '--quiet', '--no-color', '--help']) {
      expect(stdout).toContain(option);
    }
  });

  it('is shown where no command is given, with exit code 2', async () => {
    const { code, stderr } = await runCli([]);
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: talkdeck');
  });

  it('the version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('options that all commands take', () => {
  const json = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await runCli(args);
    return { code, stderr, decks: (JSON.parse(stdout) as { decks: unknown }).decks };
  };

  it('go before a command or after it', async () => {
    const expected = { code: 0, stderr: '', decks: 4 };
    expect(await json('check', '--root', VALID, '--json')).toEqual(expected);
    expect(await json('--root', VALID, '--json', 'check')).toEqual(expected);
    expect(await json('--json', 'check', '--root', VALID)).toEqual(expected);
    expect(await json('--root', FAULTY, 'check', '--json', '--root', VALID)).toEqual(expected);
    expect(await runCli(['--quiet', '--root=tests/fixtures/valid', 'check'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it.each([
    ['before both words', ['--root', 'ROOT', 'new', 'talk', 'Ann']],
    ['between them', ['new', '--root', 'ROOT', 'talk', 'Ann']],
    ['behind them', ['new', 'talk', '--root', 'ROOT', 'Ann']],
  ])('of two words: %s', async (name, args) => {
    const root = copyOf(VALID, `new ${name}`);
    const { code, stdout } = await runCli(args.map((arg) => (arg === 'ROOT' ? root : arg)));
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/-ann\.md is there\./) });
  });

  it('take the colours away', async () => {
    const colored = { NO_COLOR: '', FORCE_COLOR: '1' };
    const check = (...args: readonly string[]) => runCli(args, FAULTY, colored);
    expect((await check('check')).stderr).toContain('\u001B[');
    expect((await check('check', '--no-color')).stderr).not.toContain('\u001B');
    expect((await check('--no-color', 'check')).stderr).not.toContain('\u001B');
    const nowhere = ['--root', join(temp, 'nowhere'), 'check'];
    expect((await check(...nowhere)).stderr).toContain('\u001B[');
    expect((await check('--no-color', ...nowhere)).stderr).not.toContain('\u001B');
  });

  it('are in the help of talkdeck itself', async () => {
    const { stdout } = await runCli(['--help']);
    for (const option of ['--root <dir>', '--json', '--quiet', '--no-color'])
      expect(stdout).toContain(option);
  });
});

describe('a process of its own', () => {
  it.each([
    [0, ['check', '--root', VALID]],
    [1, ['check', '--root', FAULTY]],
    [2, ['chekc']],
  ])('ends in exit code %i, and says what it says in this one', async (code, args) => {
    const started = startCli(args);
    expect(started).toEqual(await runCli(args));
    expect(started.code).toBe(code);
  });
});

describe('names of files that would speak to the terminal', () => {
  // A colour, bidirectional controls, a Unicode line separator, the first half of an escape sequence.
  const NAME = '01-a\u001B[31mb\u202Efdp\u2028c\u009Bd';
  /** Only the reporter's own line breaks may remain. */
  const LIVE = /(?!\n)\p{Cc}|\p{Bidi_Control}|[\p{Zl}\p{Zp}]/u;
  let root: string;
  beforeAll(() => {
    root = copyOf(VALID, 'speaking');
    const talk = '---\nspeaker: A\ntitle: B\ntakeaway: C\n---\n\n## D\n\n- \u4E2D\u6587abc\n';
    writeFileSync(join(root, 'content', 'talks', `${NAME}.md`), talk);
  });

  it.each([['check', '--fix', '--yes'], ['build']])('%j says them in plain', async (...args) => {
    const { code, stdout, stderr } = await runCli([...args, '--root', root]);
    expect(code).toBe(1);
    expect(stderr).toContain('01-a [31mb\uFFFDfdp c d.md');
    expect(stdout + stderr).not.toMatch(LIVE);
  });

  it('so does what cannot run', async () => {
    const { code, stderr } = await runCli(['check', '--root', join(root, `a\u001B[2J\u202Eb`)]);
    expect(code).toBe(2);
    expect(stderr).toContain('a [2J\uFFFDb');
    expect(stderr).not.toMatch(LIVE);
  });

  it('JSON says them whole, and escaped', async () => {
    const result = await runCli(['check', '--json', '--root', root]);
    expect(result.stdout).not.toMatch(LIVE);
    expect(parseReport(result).findings.map(({ file }) => file)).toContain(`content/talks/${NAME}.md`);
  });
});

describe('what cannot run ends in exit code 2, with a hint', () => {
  it.each([
    ['an unknown command', ['bild'], "unknown command 'bild'\n(Did you mean build?)"],
    ['an unknown option', ['check', '--jsn'], "unknown option '--jsn'\n(Did you mean --json?)"],
    ['an option without its value', ['check', '--root'], "option '--root <dir>' argument missing"],
    ['an argument too many', ['check', 'content'], 'too many arguments'],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it.each(['check', 'build', 'export'])('%s where there is no content folder', async (command) => {
    expect(await runCli([command, '--root', temp])).toEqual({
      code: 2,
      stdout: '',
      stderr: [
        `talkdeck: There is no content/ folder in ${temp}.`,
        'Run talkdeck where your content/ folder is, or name that place with --root DIR.',
        '',
      ].join('\n'),
    });
  });
});

describe('check', () => {
  it('looks at the folder it is run in, or at --root', async () => {
    const stdout = expect.stringMatching(
      /^Checked: 4 decks, \d+ slides; 16 statements compared with the transcript\.\n$/,
    );
    const expected = { code: 0, stdout, stderr: '' };
    expect(await runCli(['check'], VALID)).toEqual(expected);
    expect(await runCli(['check', '--root', VALID])).toEqual(expected);
    expect(await runCli(['check', '--root', 'tests/fixtures/valid'])).toEqual(expected);
  });

  it('tells people on standard error, with exit code 1', async () => {
    const { code, stdout, stderr } = await runCli(['check', '--root', FAULTY]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('content/talks/01-huang.md:10:6 error There is no image ../assets/missing.png.');
    expect(stderr).toContain('> 10 | ![a](../assets/missing.png)\n');
    expect(stderr.endsWith('\n11 errors in 1 file. Nothing was written.\n')).toBe(true);
  });

  it('tells programs on standard output, as one JSON object', async () => {
    const result = await runCli(['check', '--json', '--root', FAULTY]);
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 1, stderr: '' });
    const report = parseReport(result);
    expect(report).toMatchObject({ ok: false, decks: 0, slides: 0 });
    expect(report.findings[1]).toEqual({
      code: 'image-missing',
      severity: 'error',
      file: 'content/talks/01-huang.md',
      line: 10,
      column: 6,
      message: 'There is no image ../assets/missing.png.',
      why: 'The slide would be broken.',
      fix: 'Put the file there, or correct the path: it is relative to this file, or to content/ with a leading "/".',
    });
  });

  it('is quiet about all but errors when asked', async () => {
    expect(await runCli(['check', '--quiet', '--root', VALID])).toEqual({ code: 0, stdout: '', stderr: '' });
    const warned = join(FIXTURES, 'links');
    expect(await runCli(['check', '--quiet', '--root', warned])).toEqual({ code: 0, stdout: '', stderr: '' });
    const { code, stderr } = await runCli(['check', '--root', warned]);
    expect(code).toBe(0);
    expect(stderr.match(/ warning /g)).toHaveLength(4);
    expect((await runCli(['check', '--quiet', '--root', FAULTY])).stderr).toContain('11 errors in 1 file.');
  });

  it('writes nothing', async () => {
    const before = snapshot(VALID);
    await runCli(['check', '--root', VALID]);
    expect(snapshot(VALID)).toEqual(before);
  });
});

describe('build', () => {
  it('writes the decks, and a second time nothing', async () => {
    const root = copyOf(VALID, 'build-twice');
    const files = ['三人谈.md', 'huang.md', 'li.md', 'qa.md', 'style.css', 'assets/logo.svg'];
    const first = parseReport(await runCli(['build', '--json', '--root', root]));
    const none = { kept: [], removed: [], findings: [] };
    expect(first).toEqual({ ok: true, written: files, unchanged: 0, ...none });
    const written = snapshot(join(root, 'slides'));
    // And the record that tells the tool's images from others.
    const all = [...files, 'assets/.talkdeck.json'].map((name) => join(root, 'slides', name));
    expect(Object.keys(written)).toEqual(all.sort());

    const second = parseReport(await runCli(['build', '--json', '--root', root]));
    expect(second).toEqual({ ok: true, written: [], unchanged: files.length, ...none });
    expect(snapshot(join(root, 'slides'))).toEqual(written);
    expect((await runCli(['build'], root)).stdout).toBe(
      '4 decks in slides/: 0 files written, 6 unchanged.\n',
    );
  });

  it('writes only what a change in a summary changes', async () => {
    const root = copyOf(VALID, 'build-change');
    await runCli(['build', '--root', root]);
    const path = join(root, 'content', 'talks', '02-li.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('## 客户 [L5]', '## 大客户 [L5]'));
    expect(parseReport(await runCli(['build', '--json', '--root', root]))).toMatchObject({
      written: ['li.md'],
    });
  });

  it('keeps a deck that was edited by hand, and says where the change belongs', async () => {
    const root = copyOf(VALID, 'build-edited');
    await runCli(['build'], root);
    const path = join(root, 'slides', 'huang.md');
    const edited = `${readFileSync(path, 'utf8')}\nBy hand.\n`;
    writeFileSync(path, edited);
    const { code, stdout } = await runCli(['build'], root);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^slides\/huang\.md was edited by hand: that version is slides\/huang\.edited\.md now, and differs first in line \d+\. To keep the change, make it in content\/talks\/01-huang\.md, or/,
    );
    expect(readFileSync(join(root, 'slides', 'huang.edited.md'), 'utf8')).toBe(edited);
    writeFileSync(path, edited);
    expect((await runCli(['build', '--force'], root)).stdout).toMatch(/^4 decks/);
    expect(readFileSync(path, 'utf8')).not.toContain('By hand.');
  });

  it('writes nothing where a file of somebody else is in the way', async () => {
    const root = copyOf(VALID, 'build-foreign');
    mkdirSync(join(root, 'slides'));
    writeFileSync(join(root, 'slides', 'qa.md'), '# Mine\n');
    const { code, stdout, stderr } = await runCli(['build'], root);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('qa.md was not made by talkdeck');
    expect(stderr).toContain('talkdeck build --force');
    expect(readdirSync(join(root, 'slides'))).toEqual(['qa.md']);
  });

  it('writes nothing while there is an error', async () => {
    const root = copyOf(VALID, 'build-error');
    await runCli(['build', '--root', root]);
    const before = snapshot(join(root, 'slides'));
    const path = join(root, 'content', 'talks', '01-huang.md');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('## 对手是谁', '##对手是谁').replace('260 人', '250 人'),
    );
    const { code, stdout, stderr } = await runCli(['build', '--root', root]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(' Nothing was written.\n');
    expect(snapshot(join(root, 'slides'))).toEqual(before);
  });

  it('makes no slides/ where there never was a valid content/', async () => {
    const root = copyOf(FAULTY, 'build-none');
    expect((await runCli(['build', '--root', root])).code).toBe(1);
    expect(existsSync(join(root, 'slides'))).toBe(false);
  });
});
