import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { ROOMS, wrongImports } from '../../scripts/rooms.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('rooms import only from rooms below them', () => {
  expect(wrongImports(join(ROOT, 'src'))).toEqual([]);
});

test('says where something is imported from a room above, from nowhere, or in no room', () => {
  const wrong = wrongIn({
    'cli.ts': "const { build } = await import('./commands/build.ts');\nbuild();\n",
    'commands/build.ts': "import { a } from '../base/a.ts';\nimport { b } from './other/deck/b.ts';\n",
    'commands/other/deck/b.ts': "import type { A } from '../../../dev/pages/deck/a.ts';\n",
    'base/a.ts': "import 'node:fs';\n\nimport type { Deck } from '../deck/deck.ts';\nexport const a = 1;\n",
    'deck/deck.ts': "export type Deck = typeof import('../render/view.ts');\n",
    'print/late.ts': "export const late = () => import('../export/plan.ts');\n",
    'content/read.ts': "export { text } from '../../tests/text.ts';\n",
    'dev/pages/Page.vue':
      "<script setup lang=\"ts\">\nimport { a } from '../../base/a.ts';\nimport { b } from '../../commands/build.ts';\n</script>\n\n<template>\n  <p>import 'nothing'</p>\n</template>\n",
    'lost.ts': 'export const lost = 1;\n',
  });
  expect(wrong).toEqual([
    'src/base/a.ts:3:27 imports src/deck/deck.ts: deck is above base',
    'src/content/read.ts:1:22 imports ../tests/text.ts, which is in no room',
    'src/deck/deck.ts:1:34 imports src/render/view.ts: render is above deck',
    'src/dev/pages/Page.vue:3:19 imports src/commands/build.ts: commands is above dev',
    'src/lost.ts:1:1 is in none of the rooms of scripts/rooms.ts',
    'src/print/late.ts:1:34 imports src/export/plan.ts: export is above print',
  ]);
});

test('CONTRIBUTING lists the existing rooms, in order', () => {
  const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const told = [...text.matchAll(/^\| `src\/([\w.]+)\/?` \|/gm)].map(([, room]) => room);
  expect(told.length).toBeGreaterThan(10);
  expect(told).toEqual(ROOMS.filter((room) => told.includes(room)));
});

test('Biome refuses circles of types, too', () => {
  const { linter } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
  expect(linter.rules.suspicious.noImportCycles).toEqual({ level: 'error', options: { ignoreTypes: false } });
});

function wrongIn(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'talkdeck-rooms-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return wrongImports(folder);
}
