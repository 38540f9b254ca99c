import { defineConfig } from 'vitest/config';
import { RecordTimes, SlowFirst } from './tests/slow-first.ts';
import { slowTests } from './tests/slow-tests.ts';
import { RUN_FOLDER, TEST_CACHE } from './tests/test-cache.ts';

/**
 * What changes its process for a while, leaves something in it, or is ten times slower in a large one (pages-parts makes
 * a native object for each character): each of these files has a process of its own.
 */
const APART = [
  'tests/dev/pages-parts.test.ts',
  'tests/e2e/export-faults.test.ts',
  'tests/render/tab-title.test.ts',
  'tests/slidev/open-shell.test.ts',
  'tests/slidev/serve/serve-deck.test.ts',
  'tests/slidev/bundle/start-bundler.test.ts',
  'tests/slidev/bundle/write-entry.test.ts',
];

/**
 * What only `npm run test:hostile` runs: sweeps and faults that take minutes. `HOSTILE=some npx vitest run FILE` runs
 * the part of one that is meant for a quick look.
 */
const DEEP = [
  'tests/dev/{dev-theme,killed-dev,odd-folder}.test.ts',
  'tests/e2e/{concurrent,export-faults,faults,killed,killed-export}.test.ts',
  'tests/hostile/{diagrams,examples,office,properties}.test.ts',
  'tests/load/**',
  'tests/lsp/framed-preview.test.ts',
  'tests/present/two-screens.test.ts',
  'tests/print/products/printed-gallery.test.ts',
  'tests/theme/{diagram-kinds,plain-slidev}.test.ts',
  'tests/torture/{accepted,programme,torture}.test.ts',
];

/** `npm run test:fast` needs neither a browser nor a bundle. */
const LEFT_OUT = [...(process.env.FAST ? slowTests() : []), ...(process.env.HOSTILE ? [] : DEEP)];

export default defineConfig({
  test: {
    globalSetup: ['tests/compile-first.ts'],
    // Only a hang takes this long, whatever the load; tests wait for events, not for a length of time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    // Otherwise the output in GitHub Actions, or on a Chinese system, would differ.
    env: {
      GITHUB_ACTIONS: '',
      TALKDECK_CACHE: TEST_CACHE,
      TALKDECK_RUN: RUN_FOLDER,
      LC_ALL: '',
      LC_MESSAGES: '',
      LANG: 'C.UTF-8',
    },
    // Caches transformed sources by content for the next run.
    experimental: { fsModuleCache: true },
    setupFiles: ['tests/set-up.ts'],
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    reporters: ['default', ...(process.env.RECORD ? [new RecordTimes()] : [])],
    projects: [
      {
        extends: true,
        test: {
          name: 'apart',
          include: APART,
          exclude: [...LEFT_OUT],
        },
      },
      {
        extends: true,
        test: {
          name: 'sharing', // Share one load of the sources.
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/bench/**', ...APART, ...LEFT_OUT],
          isolate: false,
          // Each of many small garbage collections would wait for threads that a busy machine does not run.
          execArgv: ['--max-semi-space-size=64'],
        },
      },
    ],
  },
});
