import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ownTerminal } from '../../src/base/terminal.ts';
import { devLog } from '../../src/commands/dev-log.ts';
import { FILE_START, type Finding, finding } from '../../src/findings/finding.ts';
import { tempMeetup } from '../content/temp-meetup.ts';

let said = '';
const collect = (text: unknown) => {
  said += String(text);
  return true;
};
beforeEach(() => {
  said = '';
  vi.stubEnv('FORCE_COLOR', undefined);
  vi.spyOn(process.stdout, 'write').mockImplementation(collect);
  vi.spyOn(process.stderr, 'write').mockImplementation(collect);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const log = (root = '.') => devLog({ terminal: ownTerminal(), root, json: false, quiet: false });
/** Output since the last call. */
const words = () => {
  const text = said;
  said = '';
  return text;
};

const FILE = 'content/talks/01-huang.md';
const found: Finding = finding(FILE, FILE_START, 'invalid-utf8', { offset: 0 });
const warning: Finding = { ...found, severity: 'warning' };
const note: Finding = { ...found, severity: 'note' };

test('a warning that stays is said once, whatever notes stood beside it', () => {
  const { changed } = log();
  changed({ findings: [note, warning], problem: null });
  expect(words()).toMatch(/note .*[\s\S]*warning /);
  changed({ findings: [note, warning], problem: null });
  expect(words()).toBe('');
  changed({ findings: [note], problem: null });
  expect(words()).toBe('Everything is fixed.\n\n');
  changed({ findings: [note], problem: null });
  expect(words()).toBe('');
});

test('a note alone is printed once, and nothing counts as fixed then', () => {
  const { changed } = log();
  changed({ findings: [note], problem: null });
  expect(words()).toContain(' note ');
  changed({ findings: [], problem: null });
  expect(words()).toBe('');
});

test('a finding is shown with the lines that are there now', () => {
  using meetup = tempMeetup();
  const { changed } = log(meetup.root);
  const save = (text: string) => {
    writeFileSync(join(meetup.root, FILE), text);
    changed({ findings: [found], problem: null });
  };
  save('one\n');
  expect(words()).toContain('one');
  save('two\n');
  expect(words()).toContain('two');
});

test('after a save only what is new is said, and what is gone', () => {
  const other = finding('content/qa/01-why.md', FILE_START, 'empty-body', { expected: '### ' });
  const { changed } = log();
  changed({ findings: [warning, other], problem: null });
  expect(words()).toMatch(/01-huang\.md[\s\S]*01-why\.md/);
  const third = finding(FILE, { line: 9, column: 1, length: 1 }, 'empty-heading', {});
  // A line added above moves the remaining ones.
  const moved = { ...warning, at: { ...warning.at, line: 2 } };
  changed({ findings: [moved, other, third], problem: null });
  expect(words()).toMatch(
    /^content\/talks\/01-huang\.md:9:1 error This heading has no text\. empty-heading\n {2}why .*\n {2}fix .*\n\ntalkdeck explain CODE says more\.\n2 findings stand as before\.\nThe decks show what was sound last\.\n\n$/,
  );
  changed({ findings: [moved, third], problem: null });
  expect(words()).toBe(
    'fixed content/qa/01-why.md There is nothing below the front matter. empty-body\n2 findings stand as before.\nThe decks show what was sound last.\n\n',
  );
  changed({ findings: [], problem: null });
  expect(words()).toBe('Everything is fixed.\n\n');
});

test.each([
  ['127.0.0.1', 'http://localhost:3030/ada/', null],
  ['192.168.1.5', 'http://192.168.1.5:3030/ada/', 'http://192.168.1.5:3030/'],
  ['FD00:0::5', 'http://[fd00::5]:3030/ada/', 'http://[fd00::5]:3030/'],
])('the address of %s can be opened', (host, url, others) => {
  const passwords = others === null ? null : { guest: 'secret', device: 'own' };
  const gate = { hosts: new Set<string>(), passwords };
  log().started({ host, port: 3030, taken: [], path: '/ada/', gate });
  const told =
    `Others in your network can look at ${others}, with the password secret\n` +
    'With own instead, a second device of your own steers, too: keep it to yourself\n';
  expect(words()).toBe(`talkdeck is at ${url} (Ctrl-C ends it)\n${others ? told : ''}`);
});
