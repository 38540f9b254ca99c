import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownPackage } from '../../src/commands/scaffold/own-package.ts';
import { parseReport, ROOT, runCli, snapshot } from './run-cli.ts';

let temp: string;
beforeEach(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-init-')));
});
afterEach(() => {
  rmSync(temp, { recursive: true, force: true });
});

const read = (path: string): string => readFileSync(join(temp, path), 'utf8');
const json = (path: string) => JSON.parse(read(path)) as Record<string, unknown>;

describe.each(['zh-CN', 'en'])('init --lang %s', (lang) => {
  it('begins a meetup that check and build take at once', async () => {
    const { code, stdout, stderr } = await runCli(['init', '--lang', lang], temp);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+ files written in \.\/\.\nNext:\n {2}npm install\n {2}npx talkdeck dev\n/);
    expect(read('content/event.md')).toContain(`lang: ${lang}\n`);
    const checked = await runCli(['check'], temp);
    expect(checked).toMatchObject({ code: 0, stderr: '' });
    expect(checked.stdout).toMatch(
      /^Checked: \d+ decks, \d+ slides; [1-9]\d* statements compared with the transcript\.\n$/,
    );
    expect(await runCli(['build'], temp)).toMatchObject({ code: 0, stderr: '' });
    expect(existsSync(join(temp, 'slides', 'qa.md'))).toBe(true);
  });
});

it.each([
  ['ko', '@fontsource/noto-sans-kr'],
  ['ja', '@fontsource/noto-sans-jp'],
  ['zh-TW', '@fontsource/noto-sans-tc'],
])('in %s it asks for the fonts of that language', async (lang, font) => {
  expect(await runCli(['init', '--lang', lang], temp)).toMatchObject({ code: 0, stderr: '' });
  expect(read('content/event.md')).toContain(`\n# lang: ${lang}   # instead, once the text is in it\n`);
  expect(Object.keys((json('package.json').dependencies ?? {}) as object)).toEqual([font, 'talkdeck']);
  expect(await runCli(['check'], temp)).toMatchObject({ code: 0, stderr: '' });
});

it('begins with the drafts of a transcript, in its language, with all else that a meetup has', async () => {
  const transcript = join(ROOT, 'tests/fixtures/importing/cases/c01-lost-first-name.txt');
  const { code, stdout, stderr } = await runCli(['init', 'evening', '--from', transcript, '--yes'], temp);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('Next:\n  cd evening\n  npm install\n  npx talkdeck dev\n  npx talkdeck check\n');
  expect(existsSync(join(temp, 'evening/content/transcript.txt'))).toBe(true);
  expect(existsSync(join(temp, 'evening/.vscode/settings.json'))).toBe(true);
  expect(json('evening/package.json')).toMatchObject({ scripts: { dev: 'talkdeck dev' } });
  expect(stdout).not.toContain('example');
});

it('does not take a speaker beside a transcript, and writes nothing', async () => {
  const { code, stderr } = await runCli(['init', '--from', 'a.vtt', '--speaker', 'Ada'], temp);
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('With --from') });
  expect(snapshot(temp)).toEqual(snapshot(mkdtempSync(join(temp, 'empty-'))));
});

it('makes the folder, and a package that npm takes, whatever it is called', async () => {
  const { code, stdout } = await runCli(
    ['init', '云上 突围', '--lang', 'zh-CN', '--title', '云上突围', '--yes'],
    temp,
  );
  expect(code).toBe(0);
  expect(stdout).toContain('  cd "云上 突围"\n');
  expect(json('云上 突围/package.json')).toEqual({
    name: 'yun-shang-tu-wei',
    private: true,
    scripts: {
      dev: 'talkdeck dev',
      build: 'talkdeck build',
      check: 'talkdeck check',
      export: 'talkdeck export',
    },
    dependencies: { talkdeck: `file:${relative(join(temp, '云上 突围'), ROOT)}` },
  });
  expect(read('云上 突围/content/event.md')).toContain('\ntitle: 云上突围\n');
});

it('has what editors, git and GitHub read', async () => {
  await runCli(['init', '--lang', 'en'], temp);
  expect(read('.gitignore')).toBe('node_modules/\nout/\n');
  expect(read('.editorconfig')).toContain('charset = utf-8');
  expect(json('.vscode/extensions.json')).toEqual({ recommendations: ['talkdeck.talkdeck'] });
  const schemas = json('.vscode/settings.json')['yaml.schemas'] as Record<string, string>;
  expect(Object.values(schemas)).toEqual(['content/event.md', 'content/talks/*.md', 'content/qa/*.md']);
  for (const path of Object.keys(schemas)) {
    expect(existsSync(path.replace('./node_modules/talkdeck', ROOT)), path).toBe(true);
  }
  expect(read('.github/workflows/decks.yml')).toContain('npx talkdeck export');
  // The site only shows pictures of slides that an export has left.
  expect(read('.github/workflows/site.yml')).toContain('npx talkdeck export --pdf --png');
});

it('lets an editor list what check says, each with its place', async () => {
  await runCli(['init', '--lang', 'en'], temp);
  await runCli(['new', 'talk', 'Zed'], temp);
  const { tasks } = json('.vscode/tasks.json') as {
    tasks: readonly { command: string; problemMatcher: { pattern: { regexp: string } } }[];
  };
  const [task] = tasks;
  const [, , ...args] = task?.command.split(' ') ?? [];
  const { stdout, stderr } = await runCli(args, temp);
  const pattern = new RegExp(task?.problemMatcher.pattern.regexp ?? '');
  const found = `${stdout}\n${stderr}`.split('\n').flatMap((line) => {
    const match = pattern.exec(line);
    return match ? [match.slice(1)] : [];
  });
  expect(found.slice(0, 2)).toEqual([
    ['content/talks/03-zed.md', '6', '1', 'error', 'The field "title" is empty.', 'empty-field'],
    ['content/talks/03-zed.md', '8', '1', 'error', 'The field "takeaway" is empty.', 'empty-field'],
  ]);
  expect(found).toHaveLength(3);
});

describe('existing files are left alone', () => {
  it('all of it, where init runs twice', async () => {
    await runCli(['init', '--lang', 'en'], temp);
    const before = snapshot(temp);
    const { code, stdout } = await runCli(['init', '--lang', 'zh-CN'], temp);
    expect(code).toBe(0);
    expect(stdout).toContain('0 files written in ./.\nLeft as they were: package.json, ');
    expect(stdout).toContain('content/ holds something already, so no example was put there.');
    expect(snapshot(temp)).toEqual(before);
  });

  it("somebody's package.json and content; and npm is told to install talkdeck", async () => {
    writeFileSync(join(temp, 'package.json'), '{"name":"mine"}');
    mkdirSync(join(temp, 'content', 'talks'), { recursive: true });
    writeFileSync(join(temp, 'content', 'event.md'), '---\ntitle: Mine\nlang: en\n---\n');
    const report = parseReport(await runCli(['init', '--lang', 'en', '--json'], temp));
    expect(report).toMatchObject({ ok: true, folder: temp, kept: ['package.json'], findings: [] });
    expect(report.written).toContain('.vscode/settings.json');
    expect(report.next).toEqual([
      `npm install ${relative(temp, ROOT)}`,
      'npx talkdeck dev',
      'npx talkdeck new talk NAME',
    ]);
    expect(read('package.json')).toBe('{"name":"mine"}');
    expect(existsSync(join(temp, 'content', 'qa'))).toBe(false);
  });

  it('a file where a folder would be', async () => {
    writeFileSync(join(temp, 'meetup'), 'mine');
    const { code, stderr } = await runCli(['init', 'meetup', '--lang', 'en'], temp);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^talkdeck: Cannot write .*\nFiles that were there before are untouched\./);
    expect(read('meetup')).toBe('mine');
  });
});

it.each([
  [
    'a language that talkdeck has no fonts for',
    ['--lang', 'fr'],
    'Allowed choices are en, zh-CN, zh-TW, ja, ko.',
  ],
  ['an empty name', ['--lang', 'en', '--title', ' '], 'The title is empty.'],
])('%s ends in exit code 2, and nothing is written', async (_, args, message) => {
  const { code, stderr } = await runCli(['init', ...args], temp);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(snapshot(temp)).toEqual({});
});

describe('ownPackage', () => {
  const lock = (resolved: string) => {
    const modules = join(temp, 'host', 'node_modules');
    mkdirSync(join(modules, 'talkdeck'), { recursive: true });
    const packages = { 'node_modules/talkdeck': { version: '0.1.0', resolved } };
    writeFileSync(join(modules, '.package-lock.json'), JSON.stringify({ packages }));
    return join(modules, 'talkdeck');
  };
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

  it('is that of the registry where npm had it from there', () => {
    const own = lock('https://registry.example/talkdeck-0.1.0.tgz');
    const expected = { version: `^${version}`, installed: 'talkdeck', from: 'registry' };
    expect(ownPackage(join(temp, 'meetup'), own)).toEqual(expected);
  });

  it('is the tarball that npm unpacked, where it is still there', () => {
    const own = lock('file:../talkdeck-0.1.0.tgz');
    expect(ownPackage(join(temp, 'meetup'), own).from).toBe('registry');
    writeFileSync(join(temp, 'talkdeck-0.1.0.tgz'), '');
    const path = '../talkdeck-0.1.0.tgz';
    const expected = { version: `file:${path}`, installed: path, from: 'tarball' };
    expect(ownPackage(join(temp, 'meetup'), own)).toEqual(expected);
    expect(ownPackage(temp, own).version).toBe('file:./talkdeck-0.1.0.tgz');
  });

  it('is the clone that is running', () => {
    const path = relative(temp, ROOT);
    expect(ownPackage(temp)).toEqual({ version: `file:${path}`, installed: path, from: 'clone' });
  });
});
