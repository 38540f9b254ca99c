import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BaseSequencer, type Reporter, type TestModule, type TestSpecification } from 'vitest/node';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Seconds that files took on two cores, by their paths below the root, for where Vitest itself has not run yet. */
const RECORD = new URL('file-times.json', import.meta.url);
/** Shorter ones do not matter, and would change with every record. */
const SHORTEST_S = 2;

/** Starts with what takes longest, as Vitest has seen it here or as it was recorded, so that at the end no processor waits. */
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

/** Writes the record anew: `RECORD=1 npm test`. */
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
