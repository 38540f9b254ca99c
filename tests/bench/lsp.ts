/**
 * `npm run bench:lsp`: from a keystroke to its findings, in milliseconds, in meetups of 5, 50 and 500 talks: median and
 * worst of 200.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEditor } from '../lsp/editor.ts';
import { makeMeetup } from './make-meetup.ts';

const SIZES = [5, 50, 500];
const STROKES = 200;

console.log('talks  median ms  worst ms');
for (const size of SIZES) {
  const { median, worst } = await measure(size);
  console.log(
    [String(size).padStart(5), median.toFixed(0).padStart(9), worst.toFixed(0).padStart(8)].join('  '),
  );
}

async function measure(talks: number): Promise<{ readonly median: number; readonly worst: number }> {
  const made = mkdtempSync(join(tmpdir(), 'talkdeck-bench-'));
  makeMeetup(made, talks);
  const editor = await startEditor(filesBelow(made));
  rmSync(made, { recursive: true });
  const [path = ''] = readdirSync(join(editor.root, 'content/talks')).sort();
  const file = `content/talks/${path}`;
  const text = editor.read(file);
  await editor.open(file);
  await editor.type(file, `${text}\n## Fresh {.first}\n`);
  await editor.diagnostics(file, (found) => found.some(({ message }) => String(message).includes('"first"')));
  const times: number[] = [];
  for (let stroke = 0; stroke < STROKES; stroke += 1) {
    const begin = performance.now();
    await editor.type(file, `${text}\n## Fresh {.kind${stroke}}\n`);
    const said = `"kind${stroke}"`;
    await editor.diagnostics(file, (found) => found.some(({ message }) => String(message).includes(said)));
    times.push(performance.now() - begin);
  }
  await editor.stop();
  times.sort((a, b) => a - b);
  return { median: times[STROKES / 2] ?? 0, worst: times.at(-1) ?? 0 };
}

function filesBelow(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    paths.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(folder.length + 1), readFileSync(file, 'utf8')];
    }),
  );
}
