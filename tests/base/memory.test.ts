import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemory, NO_MEMORY } from '../../src/base/memory.ts';
import { openProject } from '../../src/base/project.ts';
import { compileContent } from '../../src/build/compile.ts';
import { type ContentFiles, readContent } from '../../src/content/read/read.ts';
import type { SourceFile } from '../../src/content/summary/source-file.ts';
import { runs } from '../deep.ts';

test('what is equal is not made again, and is the same object', () => {
  const memory = createMemory();
  const make = (input: { readonly text: string }) => ({ shout: input.text.toUpperCase() });
  const first = memory.recall('a', { text: 'x' }, make);
  expect(memory.recall('a', { text: 'x' }, make)).toBe(first);
  expect(memory.recall('b', { text: 'x' }, make)).not.toBe(first);
  expect(memory.recall('a', { text: 'y' }, make)).toEqual({ shout: 'Y' });
  expect(memory.recall('a', { text: 'x' }, make)).not.toBe(first);
});

test('unused results are forgotten, once everything was requested', () => {
  const memory = createMemory();
  const make = (text: string) => ({ text });
  const [kept, gone] = [memory.recall('kept', 'x', make), memory.recall('gone', 'x', make)];
  memory.forgetUnused();
  expect(memory.recall('kept', 'x', make)).toBe(kept);
  memory.forgetUnused();
  expect(memory.recall('kept', 'x', make)).toBe(kept);
  expect(memory.recall('gone', 'x', make)).not.toBe(gone);
});

const project = openProject(fileURLToPath(new URL('../..', import.meta.url)));
const content = readContent(project.root);

/** Typical edits of a line; most leave the file valid. */
const edit = fc.record({
  file: fc.nat(),
  line: fc.nat(),
  change: fc.constantFrom(
    (line: string) => `${line} \u4fee\u6539`,
    (line: string) => `${line}\n\n## \u65b0\u7684\u4e00\u8282\n\n- \u4e00\u70b9`,
    (line: string) => line.slice(0, -1),
    () => '',
    () => '---',
    (line: string) => `${line} [L1-9999]`,
  ),
});

test('after any edits, decks and findings are as if everything was compiled from scratch', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 2, maxLength: 4 }), (edits) => {
      const memory = createMemory();
      let files: ContentFiles = content;
      compileContent(project, files, memory);
      for (const { file, line, change } of edits) {
        files = changed(files, file, (text) => withLine(text, line, change));
        expect(compileContent(project, files, memory)).toEqual(compileContent(project, files, NO_MEMORY));
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? runs(2, 20)) },
  );
});

function changed(files: ContentFiles, index: number, change: (text: string) => string): ContentFiles {
  const at = index % (files.talks.length + files.exchanges.length);
  const edited = (list: readonly SourceFile[], from: number) =>
    list.map((file, each) => (each + from === at ? { ...file, text: change(file.text) } : file));
  return {
    ...files,
    talks: edited(files.talks, 0),
    exchanges: edited(files.exchanges, files.talks.length),
  };
}

function withLine(text: string, index: number, change: (line: string) => string): string {
  const lines = text.split('\n');
  const at = index % lines.length;
  return lines.map((line, each) => (each === at ? change(line) : line)).join('\n');
}
