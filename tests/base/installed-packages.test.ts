import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installedPackages } from '../../src/base/packages.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-installed-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test.each([
  ['npm', '', '.package-lock.json'],
  ['pnpm', '.pnpm/@slidev+cli@52.20.1_abc/node_modules', '.pnpm/lock.yaml'],
  ['Yarn', '', '.yarn-state.yml'],
])('another package that %s has installed is another state, with the same Slidev', (_, folder, list) => {
  write(join(folder, '@slidev/cli/package.json'), '{"version":"52.20.1"}');
  write(list, 'mermaid@11.17.2');
  const before = installedPackages(join(root, folder));
  expect(installedPackages(join(root, folder))).toBe(before);
  write(list, 'mermaid@11.17.3');
  expect(installedPackages(join(root, folder))).not.toBe(before);
});

test('where nobody says what is installed, the version of Slidev does', () => {
  write('@slidev/cli/package.json', '{"version":"52.20.1"}');
  const before = installedPackages(root);
  write('@slidev/cli/package.json', '{"version":"52.20.2"}');
  expect(installedPackages(root)).not.toBe(before);
});
