import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';

const OF_THE_PROJECT = /`((?:src|tests|scripts|schemas|starter)\/[\w./-]*\w)`/g;

test('what the documentation names is there', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(join(ROOT, 'docs'), { recursive: true })]
    .map(String)
    .filter((path) => path.endsWith('.md'))
    .map((path) => (existsSync(join(ROOT, path)) ? path : join('docs', path)));
  const missing = pages.flatMap((page) => {
    const named = [...readFileSync(join(ROOT, page), 'utf8').matchAll(OF_THE_PROJECT)].map(
      ([, path = '']) => path,
    );
    return named.filter((path) => !existsSync(join(ROOT, path))).map((path) => `${page}: ${path}`);
  });
  expect(pages.length).toBeGreaterThan(60);
  expect(missing).toEqual([]);
});
