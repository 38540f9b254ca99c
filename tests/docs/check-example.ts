import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { advise } from '../../src/advice/advise.ts';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { readContent } from '../../src/content/read/read.ts';
import { validate } from '../../src/content/validate/validate.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { ExampleMeetup } from './base-meetup.ts';

/** Findings of the compiler, and optionally advice, for a meetup with these files. */
export function checkExample(
  { files, links }: Pick<ExampleMeetup, 'files' | 'links'>,
  withAdvice: boolean,
): readonly Finding[] {
  const root = mkdtempSync(join(tmpdir(), 'talkdeck-example-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
    const { findings, assets, transcript } = compile(openProject(root));
    if (!withAdvice) return findings;
    return [...findings, ...advise({ ...validate(readContent(root)), assets, transcript })];
  } finally {
    rmSync(root, { recursive: true });
  }
}
