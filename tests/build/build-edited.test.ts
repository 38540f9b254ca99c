import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { buildEdited } from '../../src/build/build-edited.ts';
import { stampsOf } from '../../src/build/build-record.ts';
import { parseReport, ROOT, runCli } from '../cli/run-cli.ts';
import { runs } from '../deep.ts';

const temp = mkdtempSync(join(tmpdir(), 'talkdeck-edited-'));
afterAll(() => rmSync(temp, { recursive: true }));

const TALK = 'content/talks/02-huang-dongxu.md';
let made = 0;

/**
 * The sample meetup, built in its own folder.
 * @param transcript whether to add a transcript
 */
async function builtSample(transcript: boolean): Promise<string> {
  made += 1;
  const root = join(temp, `meetup-${made}`);
  cpSync(join(ROOT, 'content'), join(root, 'content'), { recursive: true });
  if (transcript) {
    // A transcript that supports nothing, so the citations are removed.
    writeFileSync(join(root, 'content', 'transcript.txt'), 'A line.\n'.repeat(400));
    for (const path of summariesOf(root)) edit(root, path, (text) => text.replace(/ ?\[L\d[^\]]*\]/g, ''));
    edit(root, 'content/event.md', (text) => text.replace(/^source: .*$/m, 'source: transcript.txt'));
  }
  expect(await runCli(['build', '--root', root])).toMatchObject({ code: 0 });
  return root;
}

function summariesOf(root: string): readonly string[] {
  return ['.', 'talks', 'qa'].flatMap((folder) =>
    readdirSync(join(root, 'content', folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('content', folder, name)),
  );
}

function edit(root: string, path: string, change: (text: string) => string): void {
  const file = join(root, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** Changes a body's first point, which shows only in its own deck. */
const reword = (text: string) => text.replace(/^(## .*\n\n- )/m, '$1改过的，');

function decksOf(root: string): Readonly<Record<string, string>> {
  const folder = join(root, 'slides');
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((path) => /\.\w+$/.test(path));
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(folder, path), 'base64')]));
}

/** Decks and findings of a full build in an otherwise empty folder. */
async function builtFresh(root: string) {
  const other = join(temp, 'anew');
  rmSync(other, { recursive: true, force: true });
  mkdirSync(other);
  cpSync(join(root, 'content'), join(other, 'content'), { recursive: true });
  const result = await runCli(['build', '--no-cache', '--json', '--root', other]);
  return { code: result.code, findings: parseReport(result).findings, root: other };
}

test('the deck of an edited talk alone is made again, and is what a build of the whole gives', async () => {
  const root = await builtSample(false);
  edit(root, TALK, reword);
  const edited = buildEdited(openProject(root));
  expect(edited?.written).toEqual(['huang-dongxu.md']);
  expect(decksOf(root)).toEqual(decksOf((await builtFresh(root)).root));
  // Its record is valid for the next build, too.
  const next = parseReport(await runCli(['build', '--json', '--root', root]));
  expect(next).toMatchObject({ written: [], unchanged: 7 });
});

test('a folder that an editor has saved in changes no deck', async () => {
  const root = await builtSample(false);
  utimesSync(join(root, 'content', 'talks'), new Date(), new Date());
  expect(buildEdited(openProject(root))?.written).toEqual([]);
});

test.each([
  ['the title', TALK, (text: string) => text.replace(/^title: /m, 'title: 新')],
  ['the role', TALK, (text: string) => text.replace(/^role: /m, 'role: 前')],
  ['a picture that is not there', TALK, (text: string) => `${text}\n## 图\n\n![图](../assets/none.png)\n`],
  ['what is wrong', TALK, (text: string) => text.replace(/^speaker: .*$/m, '')],
  ['the event', 'content/event.md', (text: string) => text.replace(/^host: .*$/m, 'host: 某人')],
  ['a deck', 'slides/qa.md', (text: string) => `${text}\nby hand\n`],
])('where %s is edited, all is built anew', async (_what, path, change) => {
  const root = await builtSample(false);
  edit(root, TALK, reword);
  edit(root, path, change);
  const before = decksOf(root);
  expect(buildEdited(openProject(root))).toBeNull();
  expect(decksOf(root)).toEqual(before);
});

test('a new talk, and a damaged or foreign record, cause a full build', async () => {
  const root = await builtSample(false);
  const project = openProject(root);
  edit(root, TALK, reword);
  const store = stampsOf(project);
  const bytes = store.get('talks.json') ?? Buffer.of();
  store.put('talks.json', bytes.subarray(9));
  expect(buildEdited(project)).toBeNull();
  const { talks, ...rest } = JSON.parse(bytes.toString('utf8'));
  store.putJson('talks.json', { ...rest, talks: [{ ...talks[0], path: '../../elsewhere.md' }] });
  expect(buildEdited(project)).toBeNull();
  store.put('talks.json', bytes);
  cpSync(join(root, TALK), join(root, 'content', 'talks', '09-somebody.md'));
  expect(buildEdited(project)).toBeNull();
});

const change = fc.record({
  file: fc.nat(),
  line: fc.nat(),
  change: fc.constantFrom(
    (line: string) => `${line} 修改`,
    (line: string) => `${line}修改`,
    (line: string) => `${line}\n\n## 新的一节\n\n- 一点 [L1]`,
    (line: string) => line.slice(0, -1),
    (line: string) => `${line}\n\n- ${'很长的一句话，'.repeat(60)}`,
    (line: string) => `${line} [L1-9999]`,
    () => '',
    () => '---',
  ),
});

test('after any edits, decks and findings are as after a full build', async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(change, { minLength: 3, maxLength: 6 }), async (has, edits) => {
      const root = await builtSample(has);
      const files = summariesOf(root);
      for (const { file, line, change } of edits) {
        const path = files[file % files.length] ?? '';
        const whole = readFileSync(join(root, path), 'utf8');
        edit(root, path, (text) => {
          const lines = text.split('\n');
          lines[line % lines.length] = change(lines[line % lines.length] ?? '');
          return lines.join('\n');
        });
        const result = await runCli(['build', '--json', '--root', root]);
        const anew = await builtFresh(root);
        expect(parseReport(result).findings).toEqual(anew.findings);
        expect(result.code).toBe(anew.code);
        if (anew.code === 0) expect(decksOf(root)).toEqual(decksOf(anew.root));
        // Otherwise no later build would succeed.
        else writeFileSync(join(root, path), whole);
      }
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? runs(2, 20)) },
  );
});
