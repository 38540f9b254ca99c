import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isCompiled, startCompilation } from '../../scripts/compiled.ts';
import { smallFolder } from '../small-folder.ts';

const MODULE = 'node_modules/yaml/index.js';
let root: string;

beforeEach(() => {
  root = smallFolder('compiled-');
  for (const path of ['src/a.ts', 'templates/a.hbs', MODULE]) write(path, 'before');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function compile(meanwhile = () => {}): void {
  const { finish } = startCompilation(root);
  write('dist/a.js', 'made');
  meanwhile();
  finish([join(root, MODULE), join(root, 'src/a.ts'), 'talkdeck:virtual']);
}

test('what is compiled counts until something that it is made of, or it itself, is another', () => {
  expect(isCompiled(root)).toBe(false);
  compile();
  expect(isCompiled(root)).toBe(true);
  for (const path of ['src/a.ts', 'templates/a.hbs', MODULE]) {
    write(path, 'edited');
    expect({ path, isCompiled: isCompiled(root) }).toEqual({ path, isCompiled: false });
    write(path, 'before');
    expect(isCompiled(root)).toBe(true);
  }
  for (const path of ['src/b.ts', 'dist/b.js', 'schemas/b.json']) {
    write(path, '');
    expect({ path, isCompiled: isCompiled(root) }).toEqual({ path, isCompiled: false });
    rmSync(join(root, path));
  }
  rmSync(join(root, 'dist/a.js'));
  expect(isCompiled(root)).toBe(false);
});

test('what is edited while it is compiled does not count as compiled', () => {
  compile(() => write('src/a.ts', 'edited meanwhile'));
  expect(isCompiled(root)).toBe(false);
});

test('a compilation that fails leaves nothing that counts', () => {
  compile();
  startCompilation(root);
  expect(isCompiled(root)).toBe(false);
});
