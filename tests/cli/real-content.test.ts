import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyMeetup } from './copy-meetup.ts';
import { parseReport, ROOT, runCli, snapshot } from './run-cli.ts';

/** The recording's transcript is not part of the repository. */
const SOURCE = /^source: (.+)$/m.exec(readFileSync(join(ROOT, 'content', 'event.md'), 'utf8'))?.[1] ?? '';
const TRANSCRIPT = resolve(ROOT, 'content', SOURCE);
const hasTranscript = SOURCE !== '' && existsSync(TRANSCRIPT);

let temp: string;
beforeAll(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-real-')));
});
afterAll(() => {
  rmSync(temp, { recursive: true, force: true });
});

const copyOf = (root: string, name: string): string => copyMeetup(root, join(temp, name));

interface Plant {
  /** Path below content/. */
  readonly file: string;
  readonly find: string;
  readonly plant: string;
  readonly code: string;
}

/** Ten different errors, each in a line of the real content that is found by its text. */
const PLANTS: readonly Plant[] = [
  { file: 'event.md', find: 'lang: zh-CN', plant: 'lang: zh_CN', code: 'invalid-lang' },
  { file: 'talks/01-ji-xinhua.md', find: 'org: UCloud', plant: 'orgg: UCloud', code: 'unknown-key' },
  {
    file: 'talks/01-ji-xinhua.md',
    find: '## 从属还是竞争 [L55]',
    plant: '## 从属还是竞争 [L55] {.bars}',
    code: 'kind-mismatch',
  },
  { file: 'talks/02-huang-dongxu.md', find: '[L103-109]', plant: '[L109-103]', code: 'citation-reversed' },
  {
    file: 'talks/03-yuan-jinhui.md',
    find: '| GPT-3 | 1700 |',
    plant: '| GPT-3 | 1700亿 |',
    code: 'not-a-number',
  },
  {
    file: 'talks/04-li-haoyuan.md',
    find: '- 混合云和多云',
    plant: '- ![图](../assets/none.png)',
    code: 'image-missing',
  },
  { file: 'qa/01-moat-and-revenue.md', find: '### 刘超', plant: '### 刘朝', code: 'unknown-person' },
  { file: 'qa/02-open-source-and-cloud.md', find: 'topic: ', plant: 'topic\uFF1A', code: 'yaml-colon' },
  { file: 'qa/03-private-projects.md', find: '- 诱惑', plant: '-诱惑', code: 'markup-malformed' },
  { file: 'qa/04-reaching-users.md', find: ' -->', plant: '', code: 'unclosed-comment' },
];

/** Errors that only a transcript reveals. */
const CLAIMS: readonly Plant[] = [
  { file: 'talks/02-huang-dongxu.md', find: '**260 人**', plant: '**280 人**', code: 'unsupported-number' },
  {
    file: 'talks/03-yuan-jinhui.md',
    find: 'Caffe、Theano',
    plant: 'Keras、Theano',
    code: 'unsupported-name',
  },
];

describe('the real content', () => {
  /** Plants errors in a copy, and returns the places where they must be found. */
  function plantIn(root: string, plants: readonly Plant[]): readonly string[] {
    return plants.map(({ file, find, plant, code }) => {
      const path = join(root, 'content', file);
      const text = readFileSync(path, 'utf8');
      const index = text.indexOf(find);
      if (index < 0) throw new Error(`${file} no longer has "${find}"`);
      writeFileSync(path, text.slice(0, index) + plant + text.slice(index + find.length));
      return `content/${file}:${text.slice(0, index).split('\n').length} ${code}`;
    });
  }

  function realCopy(name: string): string {
    const root = copyOf(ROOT, name);
    if (!hasTranscript) return root;
    cpSync(TRANSCRIPT, join(root, 'transcript.txt'));
    const event = join(root, 'content', 'event.md');
    writeFileSync(event, readFileSync(event, 'utf8').replace(SOURCE, '../transcript.txt'));
    return root;
  }

  const errorsOf = async (root: string): Promise<readonly string[]> =>
    parseReport(await runCli(['check', '--json', '--root', root]))
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ file, line, code }) => `${file}:${line} ${code}`);

  it('with ten faults: check names each with its line, and leaves slides/ alone', async () => {
    const root = realCopy('ten-faults');
    const before = snapshot(join(root, 'slides'));
    expect(Object.keys(before).length).toBeGreaterThan(0);
    const planted = plantIn(root, PLANTS);
    expect(new Set(PLANTS.map(({ code }) => code)).size).toBe(10);

    expect([...(await errorsOf(root))].sort()).toEqual([...planted].sort());
    expect((await runCli(['check', '--json', '--root', root])).code).toBe(1);
    expect((await runCli(['build', '--root', root])).code).toBe(1);
    expect(snapshot(join(root, 'slides'))).toEqual(before);
  });

  it.skipIf(!hasTranscript)('with a number and a name that the transcript does not have', async () => {
    const root = realCopy('claims');
    expect(await errorsOf(root)).toEqual([]);
    const planted = plantIn(root, CLAIMS);
    expect(await errorsOf(root)).toEqual(planted);
  });

  it.skipIf(!hasTranscript)('is clean', async () => {
    const result = await runCli(['check', '--json']);
    expect(parseReport(result).findings).toEqual([]);
    expect(result.code).toBe(0);
  });

  it('says in one line where the transcript is not there', async () => {
    const root = copyOf(ROOT, 'no-transcript');
    plantIn(root, [{ file: 'event.md', find: SOURCE, plant: '../gone.txt', code: 'citations-unchecked' }]);
    const { code, stdout, stderr } = await runCli(['check', '--root', root]);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^content\/event\.md:7:9 note \d{3} cited statements were not checked: the transcript \.\.\/gone\.txt is missing\. citations-unchecked\n\n$/,
    );
    expect(stdout).toMatch(/^Checked: 6 decks, \d+ slides\.\n$/);
  });
});
