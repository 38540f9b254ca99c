import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const TESTS = fileURLToPath(new URL('.', import.meta.url));
/** What starts a browser, or makes a bundle: packages, and modules that start a process. */
const SLOW_PACKAGES = /^(?:playwright-core|@slidev\/cli|vite|rolldown|mermaid)(?:\/|$)/;
const SLOW_FILES = /\/(?:start-bundler|launch-browser|needs-browser)\.ts$/;
/** Folders whose tests run the whole tool, or take long by what they are for. */
const DEEP = /^(?:bench|e2e|gallery|hostile|load|torture)\//;
/** Imports that are there when the code runs. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:([^'"();]*?)\s+from\s+)?'([^']+)'/gm;
const LAZY_IMPORT = /\bimport\('([^']+)'\)/g;

/** Tests that need a browser or a bundle, or run deep, as paths below the root: told by what they import, so that no list is kept. */
export function slowTests(): readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (readdirSync(TESTS, { recursive: true }) as string[])
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => DEEP.test(path) || reachesSlow(join(TESTS, path), known))
    .map((path) => `tests/${path}`);
}

/** @param known what files import, of those that were read before */
function reachesSlow(test: string, known: Map<string, readonly string[]>): boolean {
  const reached = new Set([test]);
  for (const file of reached) {
    if (SLOW_FILES.test(file)) return true;
    const names = known.get(file) ?? importsOf(file);
    known.set(file, names);
    for (const name of names) {
      if (!name.startsWith('.')) {
        if (SLOW_PACKAGES.test(name)) return true;
        continue;
      }
      const path = resolve(dirname(file), name);
      if (path.endsWith('.ts') && existsSync(path)) reached.add(path);
    }
  }
  return false;
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const atStart = [...text.matchAll(IMPORT)]
    .filter(([, names = '']) => !isOfTypes(names))
    .map(([, , name = '']) => name);
  const later = [...text.matchAll(LAZY_IMPORT)].map(([, name = '']) => name);
  // A lazy door of the sources leads to what most commands do without; a test that has one goes through it.
  return [...atStart, ...later.filter((name) => file.startsWith(TESTS) || !name.startsWith('.'))];
}

function isOfTypes(names: string): boolean {
  const [, list] = /^\{([^}]*)\}$/s.exec(names) ?? [];
  return list?.split(',').every((each) => each.trim() === '' || each.trim().startsWith('type ')) ?? false;
}
