import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BaseSequencer, type Reporter, type TestModule, type TestSpecification } from 'vitest/node';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/**
 * Seconds per test file on two cores, by path relative to the root; used where Vitest has no timings of its own yet.
 */
const RECORD = new URL('file-times.json', import.meta.url);
/** Shorter times do not matter, and would change with every recording. */
const SHORTEST_S = 2;

/**
 * Runs the slowest test files first, by Vitest's timings on this machine or the recorded ones, to keep all cores busy.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const recorded = readRecord();
    const secondsOf = ({ moduleId, project }: TestSpecification) => {
      const path = relative(ROOT, moduleId);
      const seen = this.ctx.cache.getFileTestResults(`${project.name}:${path}`)?.duration;
      return seen ? seen / 1000 : (recorded[path] ?? 0);
    };
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return own.sort((a, b) => secondsOf(b) - secondsOf(a));
    });
  }
}

/** Updates the record: `RECORD=1 npm test`. */
export class RecordTimes implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const ran = modules.map((module) => {
      const { duration, collectDuration } = module.diagnostic();
      return [relative(ROOT, module.moduleId), Math.round((duration + collectDuration) / 1000)] as const;
    });
    const times = { ...readRecord(), ...Object.fromEntries(ran) };
    const kept = Object.entries(times).filter(([, seconds]) => seconds >= SHORTEST_S);
    const text = JSON.stringify(Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))), null, 2);
    writeFileSync(RECORD, `${text}\n`);
  }
}

function readRecord(): Readonly<Record<string, number>> {
  return JSON.parse(readFileSync(RECORD, 'utf8')) as Record<string, number>;
}
