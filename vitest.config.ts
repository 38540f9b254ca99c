import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './tests/slow-first.ts';

/** What changes its process for a while, or leaves something in it: each of these files has one of its own. */
const APART = [
  'tests/cli/github.test.ts',
  'tests/dev/{dev,pages}*.test.ts',
  'tests/e2e/export-faults.test.ts',
  'tests/hostile/**',
  'tests/print/{handout,print-decks}.test.ts',
  'tests/slidev/{start-bundler,write-entry}.test.ts',
  'tests/theme/**',
];

export default defineConfig({
  resolve: {
    // A process that loads Slidev through a TypeScript loader takes three times as long.
    alias: [
      {
        find: /^(?:.*\/)?(start-bundler|bundle-error)\.ts$/,
        replacement: fileURLToPath(new URL('dist/slidev/$1.js', import.meta.url)),
      },
    ],
  },
  test: {
    globalSetup: ['tests/compile-first.ts'],
    // A browser and a bundler share two cores with the tests themselves.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // What is run in GitHub Actions would speak as it does there.
    env: { GITHUB_ACTIONS: '' },
    setupFiles: ['tests/draw-the-same.ts'],
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'apart',
          include: APART.map((pattern) => pattern.replace(/\*\*$/, '**/*.test.ts')),
        },
      },
      {
        extends: true,
        test: {
          name: 'sharing', // They load the sources once.
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/bench/**', ...APART],
          isolate: false,
        },
      },
    ],
  },
});
