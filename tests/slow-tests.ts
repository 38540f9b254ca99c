import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const TESTS = fileURLToPath(new URL('.', import.meta.url));
/** Packages and modules that start a browser, make a bundle or start a process. */
const SLOW_PACKAGES = /^(?:playwright-core|@slidev\/cli|vite|rolldown|mermaid)(?:\/|$)/;
const SLOW_FILES = /\/(?:start-bundler|launch-browser|needs-browser|lsp\/editor)\.ts$/;
/** Folders whose tests run the whole tool, or are slow by design. */
const DEEP = /^(?:bench|e2e|gallery|hostile|load|torture)\//;
/** Imports that exist at run time. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:([^'"();]*?)\s+from\s+)?'([^']+)'/gm;
const LAZY_IMPORT = /\bimport\('([^']+)'\)/g;

/**
 * Tests that need a browser or a bundle, or run deep, as paths relative to the root. Derived from imports, so there is
 * no list to maintain.
 */
export function slowTests(): readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (readdirSync(TESTS, { recursive: true }) as string[])
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => DEEP.test(path) || reachesSlow(join(TESTS, path), known))
    .map((path) => `tests/${path}`);
}

/** @param known imports of the files read so far */
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
  // A lazy import in the sources loads what most commands do without; a test that needs it has its own lazy import.
  return [...atStart, ...later.filter((name) => file.startsWith(TESTS) || !name.startsWith('.'))];
}

function isOfTypes(names: string): boolean {
  const [, list] = /^\{([^}]*)\}$/s.exec(names) ?? [];
  return list?.split(',').every((each) => each.trim() === '' || each.trim().startsWith('type ')) ?? false;
}
