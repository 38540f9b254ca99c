import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { foreignFiles } from '../../src/build/foreign-files.ts';
import { liveMeetup } from '../../src/dev/state/live-meetup.ts';
import { tempMeetup } from '../content/temp-meetup.ts';

const write = (root: string, path: string, text = '') => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const named = (root: string) => foreignFiles(openProject(root)).map(({ file }) => file);

test.each([
  'vite.config.ts',
  'vite.config.mjs',
  'uno.config.js',
  'unocss.config.ts',
  'postcss.config.cjs',
  '.postcssrc.json',
  '.env',
  '.env.local',
  'tsconfig.json',
  'index.html',
  'global-top.vue',
  'global-bottom.vue',
  'custom-nav-controls.vue',
  'slide-top.vue',
  'setup/main.ts',
  'components/X.vue',
  'layouts/cover.vue',
  'styles/index.css',
  'snippets/a.md',
  'public/a.js',
  'node_modules/x/index.js',
  'node_modules/.slidev/virtual/x.ts',
  'node_modules/.slidev/import-glob.0123456789.ts',
  'node_modules/.vite/deps/vue.js',
  '.slidev/drawings/ada/1.svg',
])('slides/%s is found, whatever it holds', (path) => {
  using meetup = tempMeetup();
  write(meetup.root, `slides/${path}`);
  expect(named(meetup.root)).toEqual([`slides/${path.split('/')[0]}`]);
});

test('so is a link of that name, and a package.json that says more than what it is', () => {
  using meetup = tempMeetup();
  mkdirSync(join(meetup.root, 'slides'));
  symlinkSync('/nowhere', join(meetup.root, 'slides/setup'));
  write(meetup.root, 'slides/package.json', '{"private":true,"slidev":{"addons":["./evil"]}}');
  expect(named(meetup.root)).toEqual(['slides/package.json', 'slides/setup']);
  write(meetup.root, 'slides/package.json', '{bad');
  expect(named(meetup.root)).toContain('slides/package.json');
  write(meetup.root, 'slides/package.json', '{"name":"slides","private":true}');
  expect(named(meetup.root)).toEqual(['slides/setup']);
});

test('what talkdeck writes, and what nothing runs, is none', () => {
  using meetup = tempMeetup();
  for (const path of [
    'huang.md',
    'style.css',
    'assets/photo.png',
    'assets/.talkdeck.json',
    'huang.edited.md',
    // Left behind by stock Slidev when it opened a deck.
    'node_modules/.slidev/virtual/import-glob.0123456789.ts',
    'README.md',
  ])
    write(meetup.root, `slides/${path}`);
  expect(named(meetup.root)).toEqual([]);
});

test('check and build stop at it; dev says it, and shows the decks', () => {
  using meetup = tempMeetup();
  write(meetup.root, 'slides/vite.config.ts', 'process.exit()');
  const project = openProject(meetup.root);
  const { value, findings } = compile(project);
  expect(value).toBeNull();
  expect(findings.map(({ file, code, severity }) => [file, code, severity])).toEqual([
    ['slides/vite.config.ts', 'foreign-file', 'error'],
  ]);
  const live = liveMeetup(project).refresh();
  expect(live.compilation?.decks.length).toBeGreaterThan(0);
  expect(live.findings.map(({ code }) => code)).toEqual(['foreign-file']);
});
