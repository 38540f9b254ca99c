import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './run-cli.ts';

const CLI = join(ROOT, 'dist', 'cli.js');
const CHUNKS = join(ROOT, 'dist', 'cli');

/** A bundle file and everything that it imports statically. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?:.* from )?"(\.[^"]+)";/gm);
  for (const [, path = ''] of imports) loadedWith(join(dirname(file), path), seen);
  return seen;
}

/** Sources and packages contained in files, as named by the bundle's comments. */
function partsOf(files: Iterable<string>): readonly string[] {
  return [...files].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^\/\/ ((?:src|node_modules)\/.*)$/gm)].map(
      ([, part = '']) => part,
    ),
  );
}

const chunks = readdirSync(CHUNKS)
  .filter((name) => name.endsWith('.js'))
  .map((name) => join(CHUNKS, name));

test('what tells that nothing has changed loads nothing that makes decks', () => {
  const door = chunks.find((file) => partsOf([file]).includes('src/build/build-project.ts')) ?? '';
  const parts = partsOf(loadedWith(door, new Set(loadedWith(CLI))));
  expect(parts).toContain('src/build/build-record.ts');
  expect(parts.filter((part) => /^src\/(?:advice|deck|render|print|slidev|dev)\//.test(part))).toEqual([]);
  expect(parts.filter((part) => /markdown-it|handlebars|node_modules\/yaml/.test(part))).toEqual([]);
});

test('the licence of each package that is part of the bundle goes with it', () => {
  const names = partsOf([CLI, ...chunks]).flatMap(
    (part) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(part)?.[1] ?? [],
  );
  const licences = readFileSync(join(CHUNKS, 'LICENSES.txt'), 'utf8');
  expect(new Set(names).size).toBeGreaterThan(10);
  for (const name of new Set(names)) expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
});

test('the program shows where in the sources a fault is', () => {
  const parts = partsOf([CLI, ...chunks]);
  expect(parts).toContain('src/main.ts');
  expect(parts).toContain('src/deck/paginate/paginate.ts');
});

test('pages of dev have Vue for production, with nothing that compiles or evaluates, and its licence', () => {
  const pages = join(ROOT, 'dist/dev/pages');
  const texts = ['shared', 'home', 'moderate', 'deck', '.'].flatMap((folder) =>
    readdirSync(join(pages, folder))
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(pages, folder, name), 'utf8')),
  );
  expect(texts.join('')).toContain('createSSRApp');
  // Vue's development build would intercept Slidev's slide updates (tests/dev/live-edits.ts).
  for (const text of texts)
    expect(text).not.toMatch(/\bnew Function\b|\beval\(|__VUE_HMR_RUNTIME__|compileToFunction/);
  expect(readFileSync(join(CHUNKS, 'LICENSES.txt'), 'utf8')).toMatch(/^@vue\/runtime-dom \d/m);
});
