import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';

/** Dependencies that are needed without being imported. */
const NOT_IMPORTED: Readonly<Record<string, string>> = {
  unocss: 'keeps the version that Slidev, which imports it, gets',
};
/** Imports provided from elsewhere. */
const PROVIDED: Readonly<Record<string, string>> = {
  vue: 'the theme is compiled within Slidev, whose own copy it must share; pages of dev have theirs in them',
  dompurify:
    'mermaid brings it, and wants it otherwise where there is no browser: the copy has to be the same',
};
/** Packages with an install script that work without it: `npm ci --ignore-scripts` is enough. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'node_modules/esbuild': 'looks for its program, which comes as a package',
};

interface Manifest {
  /** Packages that a meetup adds for its language. */
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const shipped = { ...manifest.dependencies, ...manifest.optionalDependencies };

/** Packages that a folder's files import in any way, with the files. */
function importsOf(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:[mc]?[jt]s|vue|css)$/.test(path)) continue;
    const text = read(join(folder, path));
    const names = [
      ...ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName),
      ...[...text.matchAll(/\bresolve\(\s*['"`]([^'"`$]+)/g), ...text.matchAll(/url\("(@[^"]+)/g)].map(
        ([, name = '']) => name,
      ),
    ];
    for (const name of names) {
      const [, base] = /^((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/|$)/.exec(name) ?? [];
      if (base !== undefined && !isBuiltin(name)) found.set(base, join(folder, path));
    }
  }
  return found;
}

const imported = new Map([...importsOf('src'), ...importsOf('templates')]);

test('what is shipped imports only what is installed with it', () => {
  const known = { ...shipped, ...manifest.peerDependencies, ...PROVIDED };
  const undeclared = [...imported].filter(([name]) => !(name in known));
  expect(undeclared).toEqual([]);
  expect(Object.keys(PROVIDED).filter((name) => !imported.has(name))).toEqual([]);
  // Development tools must not be shipped.
  expect(Object.keys(manifest.devDependencies).filter((name) => name in shipped)).toEqual([]);
});

test('what is installed with it, it needs', () => {
  const unused = Object.keys(shipped).filter((name) => !imported.has(name) && !(name in NOT_IMPORTED));
  expect(unused).toEqual([]);
  expect(Object.keys(NOT_IMPORTED).filter((name) => imported.has(name) || !(name in shipped))).toEqual([]);
});

test('no package that is installed with it needs a script for that', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  const scripts = Object.entries(packages).filter(
    ([, { dev, hasInstallScript }]) => hasInstallScript && !dev,
  );
  expect(scripts.map(([path]) => path)).toEqual(Object.keys(SCRIPTS));
});

test('each has its version, and CONTRIBUTING.md says what it is for', () => {
  const all = { ...shipped, ...manifest.devDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  const [, table = ''] = /\n## Why each dependency\n([\s\S]*?)\n## /.exec(read('CONTRIBUTING.md')) ?? [];
  const named = [...table.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  const isNamed = (name: string) =>
    named.some((each) => each === name || each === name.replace(/\/.*/, '/*'));
  expect(Object.keys(all).filter((name) => !name.startsWith('@types/') && !isNamed(name))).toEqual([]);
});
