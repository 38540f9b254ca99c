import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseReport, runCli, snapshot } from './run-cli.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-fix-'));
  write('content/event.md', EVENT);
  write('content/talks/01-huang.md', TALK);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');

const EVENT = '---\ntitle: \u4E09\u4EBA\u8C08\nlang: zh-CN\nglossary: [PingCAP, TiDB]\n---\n';

/** With a byte order mark, CRLF and a single LF, a comment, each kind of quotes, and trailing spaces. */
const TALK = [
  '\uFEFF---\r\n# \u7528pingcap,\u4E00\u4E2A\u6CE8\u91CA\r\ntitle:   "\u7528tidb\u505A,\u5F88\u5FEB"  \r\n',
  "speaker: \u9EC4\u4E1C\u65ED\ntakeaway: '\u7528 tidb \uFF0C\u5F88\u5FEB'\r\n",
  'facts:\r\n    - \u5F85\u8FC7Pingcap\u7684   \r\norg: PingCAP\r\n---\r\n\r\n',
  '##  \u7528TiDB\u505A?  ##\r\n\r\n* \u7528`tidb,\u4E00`\u505A  \r\n* **PingCap**\u505A 3\u5E74, \u5BF9\t\r\n\r\n',
  '| \u7528tidb |  b |\r\n|---|:--|\r\n|\u505A,3\u5E74|c|\r\n\r\n<!-- \u7528PingCAP\u505A,\r\n  \u4E00  \u4E8C\r\n-->\r\n',
].join('');
const FIXED = [
  '\uFEFF---\r\n# \u7528pingcap,\u4E00\u4E2A\u6CE8\u91CA\r\ntitle:   "\u7528 TiDB \u505A\uFF0C\u5F88\u5FEB"  \r\n',
  "speaker: \u9EC4\u4E1C\u65ED\ntakeaway: '\u7528 TiDB\uFF0C\u5F88\u5FEB'\r\n",
  'facts:\r\n    - \u5F85\u8FC7 PingCAP \u7684   \r\norg: PingCAP\r\n---\r\n\r\n',
  '##  \u7528 TiDB \u505A\uFF1F  ##\r\n\r\n* \u7528`tidb,\u4E00`\u505A  \r\n* **PingCAP** \u505A 3 \u5E74\uFF0C\u5BF9\t\r\n\r\n',
  '| \u7528 TiDB |  b |\r\n|---|:--|\r\n|\u505A\uFF0C3 \u5E74|c|\r\n\r\n<!-- \u7528 PingCAP \u505A\uFF0C\r\n  \u4E00 \u4E8C\r\n-->\r\n',
].join('');

describe('check --fix', () => {
  it('applies mechanical fixes and leaves every other byte as it was', async () => {
    const { code, stdout, stderr } = await runCli(['check', '--fix'], root);
    expect(read('content/talks/01-huang.md')).toBe(FIXED);
    expect(read('content/event.md')).toBe(EVENT);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(
        /^Changed 1 file: content\/talks\/01-huang\.md\.\nChecked: 1 deck, \d+ slides\.\n$/,
      ),
    });
    expect(stderr).toBe('');
  });

  it('changes nothing the second time', async () => {
    await runCli(['check', '--fix', '--yes'], root);
    const before = snapshot(root);
    const { stdout } = await runCli(['check', '--fix', '--yes'], root);
    expect(stdout).toContain('Nothing to fix.\n');
    expect(snapshot(root)).toEqual(before);
  });

  it('keeps the mode of a file, and a link a link', async () => {
    const path = join(root, 'content/talks/01-huang.md');
    chmodSync(path, 0o640);
    const elsewhere = 'content/talks/_elsewhere.md';
    renameSync(path, join(root, elsewhere));
    symlinkSync('_elsewhere.md', path);
    await runCli(['check', '--fix'], root);
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(read(elsewhere)).toBe(FIXED);
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it('leaves a file with an error alone, and fixes the others', async () => {
    write('content/event.md', EVENT.replace('\u4E09\u4EBA\u8C08', '\u7528TiDB'));
    const broken = TALK.replace('org:', 'orgg:');
    write('content/talks/01-huang.md', broken);
    const { code, stderr } = await runCli(['check', '--fix'], root);
    expect(code).toBe(1);
    expect(stderr).toContain('unknown-key');
    expect(stderr).toContain('Changed 1 file: content/event.md.');
    expect(stderr).not.toContain('missing-space');
    expect(read('content/talks/01-huang.md')).toBe(broken);
    expect(read('content/event.md')).toContain('title: \u7528 TiDB\n');
  });

  it('names the files as JSON', async () => {
    const report = parseReport(await runCli(['check', '--fix', '--json'], root));
    expect(report).toMatchObject({ ok: true, fixed: ['content/talks/01-huang.md'], findings: [] });
  });
});

describe('check', () => {
  it('gives advice, which changes neither files nor the exit code', async () => {
    const before = snapshot(root);
    const { code, stdout, stderr } = await runCli(['check'], root);
    expect(code).toBe(0);
    expect(stdout).toMatch(/; \d+ pieces of advice, \d+ of which --fix corrects\.\n$/);
    expect(stderr).toContain(
      'content/talks/01-huang.md:3:11 advice Chinese and Latin letters or digits touch',
    );
    expect(snapshot(root)).toEqual(before);
  });

  it('is quiet about it with --quiet', async () => {
    const { code, stdout, stderr } = await runCli(['check', '--quiet'], root);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('names the edits as JSON', async () => {
    const { findings } = parseReport(await runCli(['check', '--json'], root));
    const [first] = findings.filter(({ code }) => code === 'extra-space');
    expect(first).toMatchObject({
      severity: 'advice',
      line: 5,
      edits: [{ line: 5, column: 18, length: 1, text: '' }],
    });
  });

  it('lists advice after what must be fixed', async () => {
    write('content/qa/01-a.md', '---\nquestion: a\naskedBy: b\ntopic: c\n---\n\n### Nobody\n\n- d\n');
    const { findings, ok } = parseReport(await runCli(['check', '--json'], root));
    expect(ok).toBe(false);
    const severities = findings.map(({ severity }) => severity);
    expect(severities[0]).toBe('error');
    expect(severities.lastIndexOf('error')).toBeLessThan(severities.indexOf('advice'));
  });

  it('build gives none', async () => {
    const { code, stderr } = await runCli(['build'], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
