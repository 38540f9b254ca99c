import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { obeyed } from './github-runner.ts';
import { FIXTURES, parseReport, runCli } from './run-cli.ts';

let root: string;
beforeEach(() => {
  vi.stubEnv('GITHUB_ACTIONS', '');
  vi.stubEnv('GITHUB_WORKSPACE', '');
  root = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-github-')));
  write('content/event.md', '---\ntitle: Meetup\nlang: en\n---\n');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const talk = (fields: string, body: string) =>
  `---\nspeaker: Ada\ntitle: A talk\ntakeaway: Remember 3 things.\n${fields}---\n\n${body}\n`;

/** Replaces the token, which differs each time, with TOKEN. */
function withoutToken(output: string): string {
  const token = /^::stop-commands::([\da-f-]{36})$/m.exec(output)?.[1];
  return token === undefined ? output : output.replaceAll(token, 'TOKEN');
}

describe('in GitHub Actions', () => {
  it('a finding is an annotation, and the report for people is not a command', async () => {
    write('content/talks/01-ada.md', talk('org: {Acme}\n', '## Fine\n\n- a [l3]'));
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    vi.stubEnv('GITHUB_WORKSPACE', dirname(root));
    const { code, stdout, stderr } = await runCli(['check'], root);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(withoutToken(stderr).replaceAll(basename(root), 'MEETUP')).toBe(
      [
        '::error file=MEETUP/content/talks/01-ada.md,line=5,endLine=5,col=6,endColumn=11,title=wrong-type::"org" should be text, but is a group of fields.%0AIt cannot be shown as it is.%0AWrite text in double quotes: YAML reads it as something else.',
        '::error file=MEETUP/content/talks/01-ada.md,line=10,endLine=10,col=5,endColumn=8,title=citation-malformed::"[l3]" looks like a citation, but is none.%0AIt would be shown on the slide, and nothing would be checked.%0AWrite [L73], [L73-79] or [L73, L85-87].',
        '::stop-commands::TOKEN',
        'content/talks/01-ada.md:5:6 error "org" should be text, but is a group of fields. wrong-type',
        '    4 | takeaway: Remember 3 things.',
        '  > 5 | org: {Acme}',
        '      |      ^^^^^^',
        '    6 | ---',
        '  why It cannot be shown as it is.',
        '  fix Write text in double quotes: YAML reads it as something else.',
        '',
        'content/talks/01-ada.md:10:5 error "[l3]" looks like a citation, but is none. citation-malformed',
        '     9 |',
        '  > 10 | - a [l3]',
        '       |     ^^^^',
        '    11 |',
        '  why It would be shown on the slide, and nothing would be checked.',
        '  fix Write [L73], [L73-79] or [L73, L85-87].',
        '',
        'talkdeck explain CODE says more.',
        '',
        '2 errors in 1 file. Nothing was written.',
        '::TOKEN::',
        '',
      ].join('\n'),
    );
  });

  it('a warning and a note have their own commands, and a clean build none', async () => {
    write('content/talks/01-ada.md', talk('', '## Fine\n\nNote: 3 things'));
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    const { code, stdout, stderr } = await runCli(['build'], root);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(obeyed(stderr).map(({ name, properties }) => [name, properties.title, properties.file])).toEqual([
      ['warning', 'notes-as-text', 'content/talks/01-ada.md'],
    ]);
    expect(stderr).toMatch(/\n1 deck in slides\/: \d files written, 0 unchanged\.\n::[\da-f-]{36}::\n$/);

    write('content/talks/01-ada.md', talk('', '## Fine\n\n- 3 things [L2]'));
    write('content/event.md', '---\ntitle: Meetup\nlang: en\nsource: gone.txt\n---\n');
    expect(obeyed((await runCli(['build'], root)).stderr).map(({ name }) => name)).toEqual(['notice']);
    write('content/event.md', '---\ntitle: Meetup\nlang: en\n---\n');
    write('content/talks/01-ada.md', talk('', '## Fine\n\n- 3 things'));
    expect(obeyed((await runCli(['build'], root)).stderr)).toEqual([]);
  });

  it('--quiet leaves errors only, and --json prints nothing else', async () => {
    write('content/talks/01-ada.md', talk('', '## Fine\n\nNote: 3 things'));
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    expect(await runCli(['check', '--quiet'], root)).toEqual({ code: 0, stdout: '', stderr: '' });
    const result = await runCli(['check', '--json'], root);
    expect(result.stderr).toBe('');
    expect(parseReport(result).findings.map(({ code }) => code)).toContain('notes-as-text');
  });

  it('an export prints annotations, too', async () => {
    write('content/talks/01-ada.md', talk('speeker: Ben\n', '## Fine\n\n- 3 things'));
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    const { code, stderr } = await runCli(['export'], root);
    expect(code).toBe(1);
    expect(obeyed(stderr).map(({ properties }) => properties.title)).toEqual(['unknown-key']);
  });
});

describe('elsewhere', () => {
  it('there are no annotations, unless --github asks for them', async () => {
    const folder = join(FIXTURES, 'people');
    const plain = await runCli(['check'], folder);
    expect(obeyed(plain.stderr)).toEqual([]);
    expect(plain.stderr).not.toContain('::');
    const asked = await runCli(['check', '--github'], folder);
    const { findings } = parseReport(await runCli(['check', '--json'], folder));
    expect(obeyed(asked.stderr)).toHaveLength(findings.length);
    expect(asked.stderr).toContain(plain.stderr);
    expect([plain.stdout, asked.stdout]).toEqual(['', '']);
  });

  it('a file outside of the workspace is named by its whole path', async () => {
    write('content/talks/01-ada.md', talk('', '::right::'));
    vi.stubEnv('GITHUB_WORKSPACE', FIXTURES);
    const [first] = obeyed((await runCli(['check', '--github'], root)).stderr);
    expect(first?.properties.file).toBe(`${root}/content/talks/01-ada.md`);
  });
});

describe('text from summaries', () => {
  const FORGED = [
    '::error::forged',
    '::warning file=a,line=1::forged',
    '##[add-mask]forged',
    'text ##[error]forged',
    '::stop-commands::forged',
    '##[stop-commands]forged',
    '::forged::',
    '%0A::error::forged',
    '  ::notice::forged',
  ];

  it('forges no command', async () => {
    for (const [index, text] of FORGED.entries()) {
      const quoted = JSON.stringify(text);
      // Where a finding quotes it, where a code frame shows it, and in a file name.
      write(
        `content/talks/${index}-ada-${index}.md`,
        talk(`${quoted}: x\n`, `${text}\n\n## ${text} {.stat}\n\n- a\n\n${text}`),
      );
      write(
        `content/talks/${index}-ben-${index}.md`,
        talk(`org: "a\\r${text.replaceAll('"', '')}\\n[L3]"\n`, `## ${text}`),
      );
      write(`content/talks/a${text.replaceAll('/', '')}.markdown`, 'text');
    }
    const result = await runCli(['check', '--github'], root);
    expect(result.code).toBe(1);
    const commands = obeyed(result.stdout + result.stderr);
    expect(commands.length).toBeGreaterThan(4 * FORGED.length);
    const { findings } = parseReport(await runCli(['check', '--json'], root));
    expect(commands.map(({ name, properties }) => ({ name, ...properties }))).toEqual(
      findings.map(({ code, severity, file, line, column }) => ({
        name: severity === 'note' || severity === 'advice' ? 'notice' : severity,
        title: code,
        file,
        line: String(line),
        endLine: String(line),
        col: String(column),
        endColumn: expect.stringMatching(/^\d+$/),
      })),
    );
  });

  it('would forge commands in a report that is not guarded', async () => {
    write('content/talks/01-ada.md', talk('', '## ##[add-mask]forged {.stat}\n\n- a'));
    const [command] = obeyed((await runCli(['check'], root)).stderr);
    expect(command).toMatchObject({ name: 'add-mask', text: 'forged {.stat}' });
  });
});
