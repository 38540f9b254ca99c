import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../cli/run-cli.ts';
import { writeSmallMeetup } from '../e2e/small-meetup.ts';
import '../needs-browser.ts';
import { packPackage, runIn } from '../packed-package.ts';

const OPTIONS = {
  compilerOptions: {
    target: 'ES2023',
    module: 'NodeNext',
    lib: ['ES2023', 'DOM'],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    // Our declarations are type-checked, too.
    skipLibCheck: false,
    types: [],
    outDir: 'dist',
  },
  files: ['program.ts', 'node.d.ts'],
};
/** The part of Node's types that the program needs, since its packages bring none. */
const NODE =
  "declare module 'node:fs' { export function writeFileSync(path: string, text: string): void }\ndeclare const process: { readonly argv: readonly string[] };\n";

let temp: string;
let remove = () => {};

beforeAll(() => {
  let packed: string;
  ({ temp, packed, remove } = packPackage());
  for (const name of ['one', 'two', 'program/node_modules']) mkdirSync(join(temp, name), { recursive: true });
  for (const name of ['one', 'two']) writeSmallMeetup(join(temp, name));
  symlinkSync(packed, join(temp, 'program', 'node_modules', 'talkdeck'));
  cpSync(fileURLToPath(new URL('program.ts', import.meta.url)), join(temp, 'program', 'program.ts'));
  writeFileSync(join(temp, 'program', 'package.json'), '{"type":"module"}');
  writeFileSync(join(temp, 'program', 'tsconfig.json'), JSON.stringify(OPTIONS));
  writeFileSync(join(temp, 'program', 'node.d.ts'), NODE);
});
afterAll(() => remove());

test('a program has its types, and runs, with nothing but the package', () => {
  const program = join(temp, 'program');
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  expect(runIn(program, process.execPath, tsc)).toEqual({ status: 0, stdout: '', stderr: '' });
  const [one, two, out] = [join(temp, 'one'), join(temp, 'two'), join(temp, 'facts.json')];
  expect(runIn(program, process.execPath, 'dist/program.js', one, two, out)).toEqual({
    status: 0,
    stdout: '', // The functions print nothing.
    stderr: '',
  });
  const decks = [
    ['ada', 5],
    ['ben', 4],
    ['qa', 6],
  ];
  const files = [
    join(two, 'out/pdf/ada.pdf'),
    ...[1, 2, 3, 4, 5].map((page) => join(two, `out/png/ada/ada-0${page}.png`)),
  ];
  expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual({
    compiled: [
      [true, decks, 4],
      [true, decks, 4],
    ],
    missing: ['missing-field', 'error', 'content/talks/ada.md', 1, true],
    fixed: [0, false],
    built: [true, 3, ['ada.md', 'ben.md', 'qa.md', 'style.css']],
    exported: [true, false, null],
    files: files.map((file) => [file.includes('/pdf/') ? 'pdf' : 'png', file]),
    again: [true, ['hit']],
    refused: ['There is no content/ folder in /nowhere.', true],
  });
  for (const file of files) expect(existsSync(file), file).toBe(true);
});

test('internal modules cannot be imported; files that editors and decks name can be resolved', () => {
  const script = (name: string) =>
    runIn(
      join(temp, 'program'),
      process.execPath,
      '--input-type=module',
      '-e',
      `import.meta.resolve(${JSON.stringify(name)})`,
    );
  for (const name of [
    'talkdeck',
    'talkdeck/package.json',
    'talkdeck/schemas/talk.schema.json',
    'talkdeck/templates/theme/package.json',
  ])
    expect(script(name).stderr, name).toBe('');
  expect(script('talkdeck/dist/main.js').stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
});
