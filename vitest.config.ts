import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Folders whose tests change nothing that another test sees: they share a process, and load the sources once. */
const SHARING = [
  'content',
  'deck',
  'diagnostics',
  'export',
  'fix',
  'fonts',
  'output',
  'render',
  'transcript',
];
const shared = SHARING.map((folder) => `tests/${folder}/**/*.test.ts`);

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
    projects: [
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/bench/**', ...shared],
        },
      },
      { extends: true, test: { name: 'sharing', include: shared, isolate: false } },
    ],
  },
});
