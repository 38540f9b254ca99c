import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SlidevOptions } from '../../src/slidev/options.ts';
import { openShell } from '../../src/slidev/shell/open-shell.ts';
import { readShell } from '../../src/slidev/shell/stored-shell.ts';
import { themeRoot } from '../print/make-deck.ts';

/** Called while a shell is being built. */
const building = vi.hoisted(() => ({ meanwhile: (): void => {} }));

vi.mock('../../src/slidev/shell/build-shell.ts', async () => {
  const { mkdirSync, writeFileSync } = await import('node:fs');
  return {
    buildShell: async (_options: unknown, _theme: string, outDir: string) => {
      mkdirSync(`${outDir}/shell`, { recursive: true });
      writeFileSync(`${outDir}/shell/main.js`, 'main');
      building.meanwhile();
      const main = { url: '/shell/main.js', scripts: [], styles: [] };
      return { shell: { modules: {}, main, faces: [] }, sources: [] };
    },
  };
});

let root: string;
let theme: string;
let layout: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'open-shell-')));
  theme = join(root, 'theme');
  layout = join(theme, 'layouts', 'own.vue');
  cpSync(themeRoot, theme, { recursive: true });
  write('<template><p/></template>');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(text: string): void {
  mkdirSync(join(layout, '..'), { recursive: true });
  writeFileSync(layout, text);
}

/** Opens a shell as a process with its own slides does. */
async function open(slides: string, purpose: SlidevOptions['purpose'] = 'print'): Promise<string> {
  const userRoot = join(root, slides);
  mkdirSync(userRoot, { recursive: true });
  const options = {
    data: { config: {}, features: {} },
    utils: { define: {} },
    themeRoots: [theme],
    addonRoots: [],
    userRoot,
    purpose,
  } as unknown as SlidevOptions;
  const { folder } = await openShell(options, theme, join(root, 'cache'));
  return folder;
}

const kept = (): readonly string[] => readdirSync(join(root, 'cache'));

test('a shell is kept, and serves the next process', async () => {
  building.meanwhile = () => {};
  const folder = await open('one');
  expect(kept().map((name) => join(root, 'cache', name, 'shell'))).toEqual([folder]);
  expect(await open('two')).toBe(folder);
});

test('one that is damaged, or that something was added to, is made again', async () => {
  building.meanwhile = () => {};
  const folder = await open('one');
  const main = join(folder, 'main.js');
  for (const damage of [
    () => truncateSync(main, 1),
    () => rmSync(main),
    () => writeFileSync(`${main}x`, ''),
  ]) {
    damage();
    let built = 0;
    building.meanwhile = () => {
      built += 1;
    };
    expect(await open('two')).toBe(folder);
    expect(built).toBe(1);
    expect(readFileSync(main, 'utf8')).toBe('main');
    expect(readdirSync(folder)).toEqual(['main.js']);
    expect(kept()).toHaveLength(1);
    expect(await readShell(join(folder, '..'))).not.toBeNull();
  }
});

test('one whose theme was edited while it was built, and the edit undone, is not kept', async () => {
  mkdirSync(join(root, 'cache'));
  building.meanwhile = () => {
    write('<template><p>changed</p></template>');
    write('<template><p/></template>');
  };
  const folder = await open('one');
  expect(folder).toMatch(/[/\\]one[/\\]shell-[\w-]+[/\\]shell$/);
  expect(kept()).toEqual([]);
  // Other slides in this process use it anyway, since it exists.
  expect(await open('one')).toBe(folder);
  // Those with other keys are not built over it.
  const other = await open('one', 'file');
  expect(other).not.toBe(folder);
  expect(readFileSync(join(folder, 'main.js'), 'utf8')).toBe('main');
});
