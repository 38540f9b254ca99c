import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * The rooms of src/, from the top down. A room imports only from rooms below it, types included; CONTRIBUTING.md
 * describes each. `npm run lint` runs this check; import cycles, also within a room, are left to Biome's
 * `noImportCycles`.
 */
export const ROOMS: readonly string[] = [
  'cli.ts',
  'main.ts',
  'commands',
  'lsp',
  'index.ts',
  'dev',
  'present',
  'documents',
  'looks',
  'site',
  'export',
  'build',
  'render',
  'advice',
  'deck',
  'importing',
  'drafting',
  'content',
  'print',
  'slidev',
  'server',
  'findings',
  'base',
];

/** Forbidden imports of the sources below `folder`, each as `file:line:column what`. */
export function wrongImports(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:ts|vue)$/.test(path))
    .sort();
  return files.flatMap((file) => {
    const floor = floorOf(file);
    if (floor < 0) return [`src/${file}:1:1 is in none of the rooms of scripts/rooms.ts`];
    const text = scriptOf(file, readFileSync(join(folder, file), 'utf8'));
    return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName, pos }) => {
      if (!fileName.startsWith('.')) return [];
      const target = posix.join(posix.dirname(file), fileName);
      const below = floorOf(target);
      if (below >= floor) return [];
      const { line, character } = ts.getLineAndCharacterOfPosition(
        ts.createSourceFile(file, text, ts.ScriptTarget.Latest),
        pos,
      );
      const what =
        below < 0
          ? `${target}, which is in no room`
          : `src/${target}: ${ROOMS[below]} is above ${ROOMS[floor]}`;
      return [`src/${file}:${line + 1}:${character + 1} imports ${what}`];
    });
  });
}

/** A component's script; its markup and styles become blanks, which preserves positions. */
function scriptOf(file: string, text: string): string {
  if (!file.endsWith('.vue')) return text;
  return text.replace(/(^|<\/script>)(?:(?!<script\b).)*(?:<script\b[^>]*>|$)/gs, (other) =>
    other.replace(/[^\n]/g, ' '),
  );
}

/** 0 is the top; -1 for a path outside all rooms. */
function floorOf(path: string): number {
  const [first = ''] = path.split('/');
  return ROOMS.indexOf(first);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = wrongImports(fileURLToPath(new URL('../src', import.meta.url)));
  if (wrong.length > 0) {
    console.error(`${wrong.join('\n')}\nA room imports from rooms below it only: scripts/rooms.ts.`);
    process.exitCode = 1;
  }
}
