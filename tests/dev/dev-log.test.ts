import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { devLog } from '../../src/commands/dev-log.ts';
import { type Diagnostic, error, FILE_START } from '../../src/diagnostics/diagnostic.ts';
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

const log = (root = '.') => devLog({ root, json: false, quiet: false });
/** What was said since this was asked last. */
const words = () => {
  const text = said;
  said = '';
  return text;
};

const FILE = 'content/talks/01-huang.md';
const found: Diagnostic = error(FILE, FILE_START, 'invalid-utf8', { offset: 0 });
const warning: Diagnostic = { ...found, severity: 'warning' };
const note: Diagnostic = { ...found, severity: 'note' };

test('a warning that stays is said once, whatever notes stood beside it', () => {
  const { changed } = log();
  changed({ diagnostics: [note, warning], problem: null });
  expect(words()).toMatch(/note .*[\s\S]*warning /);
  changed({ diagnostics: [note, warning], problem: null });
  expect(words()).toBe('');
  changed({ diagnostics: [note], problem: null });
  expect(words()).toBe('Everything is mended.\n\n');
  changed({ diagnostics: [note], problem: null });
  expect(words()).toBe('');
});

test('a note alone is said once, and nothing is mended then', () => {
  const { changed } = log();
  changed({ diagnostics: [note], problem: null });
  expect(words()).toContain(' note ');
  changed({ diagnostics: [], problem: null });
  expect(words()).toBe('');
});

test('a finding is shown with the lines that are there now', () => {
  using meetup = tempMeetup();
  const { changed } = log(meetup.root);
  const save = (text: string) => {
    writeFileSync(join(meetup.root, FILE), text);
    changed({ diagnostics: [found], problem: null });
  };
  save('one\n');
  expect(words()).toContain('one');
  save('two\n');
  expect(words()).toContain('two');
});

test.each([
  ['127.0.0.1', 'http://localhost:3030/ada/', null],
  ['192.168.1.5', 'http://192.168.1.5:3030/ada/', 'http://192.168.1.5:3030/'],
  ['FD00:0::5', 'http://[fd00::5]:3030/ada/', 'http://[fd00::5]:3030/'],
])('the address of %s can be opened', (host, url, others) => {
  const gate = { hosts: new Set<string>(), password: others && 'secret' };
  log().started({ host, port: 3030, taken: [], path: '/ada/', gate });
  const told = `Others in your network reach it at ${others}, with the password secret\n`;
  expect(words()).toBe(`talkdeck is at ${url} (Ctrl-C ends it)\n${others ? told : ''}`);
});
