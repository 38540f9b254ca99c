import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeSources } from '../../../src/print/visit/bundle-folder.ts';
import { startBundler } from '../../../src/slidev/bundle/start-bundler.ts';
import { ownTemporary } from '../../own-temporary.ts';
import { makeDeck, themeRoot } from '../../print/make-deck.ts';

const SOURCE = new URL('../../../src/slidev/bundle/start-bundler.ts', import.meta.url).href;

const temporary = ownTemporary('tmp');

/** IDs of bundling processes that use the temporary folder; zombies do not count. */
function bundlers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const isBundler = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('bundle-process');
        return isBundler && readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`TMPDIR=${temporary()}`);
      } catch {
        return false; // It exited in the meantime.
      }
    })
    .map(Number);
}

async function job(no = 0, slides = ['# One'], shellFolder: string | null = null) {
  const root = join(temporary(), 'root');
  await mkdir(root, { recursive: true });
  return writeSources(root, { decks: [makeDeck('one', slides)], assets: [], themeRoot, shellFolder }, no);
}

/** A bundle's own files by path, and the file names of its shell. */
function filesOf(outDir: string): ReadonlyMap<string, string> {
  const paths = readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(outDir, path)).isFile())
    .map((path) => [path, readFileSync(join(outDir, path), 'utf8')] as const);
  return new Map([...paths, ['shell', readdirSync(join(outDir, 'shell')).join(' ')]]);
}

describe.runIf(process.platform === 'linux')('a bundler', () => {
  test('bundles one job after the other, also where a shell cannot be kept', async () => {
    await writeFile(join(temporary(), 'file'), '');
    const shellFolder = join(temporary(), 'file', 'shell');
    const bundler = startBundler();
    await delay(1000); // It loads its modules while idle.
    const first = await bundler.bundle(await job(0, ['# One'], shellFolder));
    expect(first).toMatchObject({ slides: [{ deck: 0, index: 0 }], broken: [] });
    const files = filesOf(first.outDir);
    const second = await bundler.bundle(await job(1, ['# Two', '# Three'], shellFolder));
    expect(second).toMatchObject({ slides: [{ index: 0 }, { index: 1 }], broken: [] });
    expect(filesOf(first.outDir)).toEqual(files);
    expect([...files.values()].join('\n')).toMatch(/\bOne\b/);
    expect([...filesOf(second.outDir).values()].join('\n')).toMatch(/\bTwo\b[\s\S]*\bThree\b/);
    await bundler.dispose();
    expect(bundlers()).toEqual([]);
    await expect(bundler.bundle(await job(2))).rejects.toThrow('Slidev stopped while bundling (SIGKILL).');
  });

  test.each([0, 1500])('that is not needed after all is gone after %i ms', async (wait) => {
    const bundler = startBundler();
    await delay(wait);
    expect(bundlers()).toHaveLength(1);
    await bundler.dispose();
    expect(bundlers()).toEqual([]);
    await bundler.dispose();
    expect(await readdir(temporary())).toEqual([]);
  });

  test('is gone when the job is stopped', async () => {
    const stop = new AbortController();
    const bundler = startBundler();
    setTimeout(() => stop.abort(new Error('stopped')), 300);
    await expect(bundler.bundle(await job(), stop.signal)).rejects.toThrow('stopped');
    await bundler.dispose();
    expect(bundlers()).toEqual([]);
  });

  test('that was killed says so', async () => {
    const bundler = startBundler();
    for (const pid of bundlers()) process.kill(pid, 'SIGKILL');
    await expect(bundler.bundle(await job())).rejects.toThrow('Slidev stopped while bundling (SIGKILL).');
  });

  test('ends when the process that started it is killed', async () => {
    const script = `import { startBundler } from '${SOURCE}'; startBundler(); console.log('started')`;
    const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    });
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    expect(bundlers()).toHaveLength(1);
    parent.kill('SIGKILL');
    for (let tries = 0; bundlers().length > 0 && tries < 300; tries += 1) await delay(100);
    expect(bundlers()).toEqual([]);
  });
});
