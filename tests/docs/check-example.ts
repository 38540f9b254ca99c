import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { advise } from '../../src/advice/advise.ts';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { ExampleMeetup } from './base-meetup.ts';

/** A meetup's folder on disk that becomes one example after another: most share most of their files. */
export class ExampleFolder {
  readonly #root = mkdtempSync(join(tmpdir(), 'talkdeck-example-'));
  readonly #written = new Map<string, string | Uint8Array>();

  /** Findings of the compiler, and optionally advice, for a meetup with these files. */
  check({ files, links }: Pick<ExampleMeetup, 'files' | 'links'>, withAdvice: boolean): readonly Finding[] {
    for (const [path, content] of this.#written) {
      if (files[path] !== content) this.#remove(path);
    }
    for (const [path, content] of Object.entries(files)) {
      if (this.#written.has(path)) continue;
      this.#make(path, (at) => writeFileSync(at, content));
      this.#written.set(path, content);
    }
    for (const [path, target] of Object.entries(links)) this.#make(path, (at) => symlinkSync(target, at));
    const { findings, meetup, assets, transcript } = compile(openProject(this.#root));
    for (const path of Object.keys(links)) this.#remove(path);
    return withAdvice ? [...findings, ...advise({ meetup, assets, transcript })] : findings;
  }

  dispose(): void {
    rmSync(this.#root, { recursive: true });
  }

  #make(path: string, make: (path: string) => void): void {
    const at = join(this.#root, path);
    mkdirSync(dirname(at), { recursive: true });
    make(at);
  }

  /** Including folders that contain nothing else. */
  #remove(path: string): void {
    this.#written.delete(path);
    rmSync(join(this.#root, path));
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
      if (readdirSync(join(this.#root, folder)).length > 0) return;
      rmdirSync(join(this.#root, folder));
    }
  }
}
