import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The slowest files, above 40 seconds of a processor, by their size on the disk somewhere in the middle. Vitest knows
 * how long files took only where it has run before.
 */
const SLOW = [
  'dev/dev.test.ts',
  'slidev/shell.test.ts',
  'e2e/export-cache.test.ts',
  'e2e/export-faults.test.ts',
  'scaffold/packed.test.ts',
  'gallery/gallery.test.ts',
  'torture/torture.test.ts',
  'hostile/hostile.test.ts',
  'cli/cli.test.ts',
  'print/print-decks.test.ts',
  'theme/deck-link.test.ts',
  'dev/dev-theme.test.ts',
  'e2e/export.test.ts',
  'cli/check-visual.test.ts',
  'print/handout.test.ts',
  'pdf/print-tags.test.ts',
  'docs/findings.test.ts',
];

/** Starts with what takes longest, so that at the end no processor waits for another. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return own.sort((a, b) => rankOf(a) - rankOf(b));
    });
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = SLOW.findIndex((name) => moduleId.endsWith(`/tests/${name}`));
  return rank < 0 ? SLOW.length : rank;
}
