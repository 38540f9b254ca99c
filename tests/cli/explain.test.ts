import { describe, expect, it } from 'vitest';
import { readFindingPages } from '../../src/findings/pages/finding-page.ts';
import { runCli } from './run-cli.ts';

const { codes } = readFindingPages();

describe('explain', () => {
  it('prints the page about a finding', async () => {
    const { code, stdout, stderr } = await runCli(['explain', 'yaml-stray']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'yaml-stray error, found by talkdeck check',
        '',
        'A line that is not a field',
        '',
        'At the margin, each line of the front matter is name: value. If a long value continues on the',
        'next line, that line must be indented by two spaces; otherwise it belongs to nothing.',
        '',
        'Wrong',
        '',
        'content/talks/01-ada.md',
        '  | takeaway: Build for the day',
        '> | when a disk fails.',
        '',
        'Right',
        '',
        'content/talks/01-ada.md',
        '  | takeaway: Build for the day',
        '  |   when a disk fails.',
        '',
      ].join('\n'),
    );
  });

  it('knows what was meant', async () => {
    const { code, stdout, stderr } = await runCli(['explain', 'yaml-stry']);
    expect(code).toBe(0);
    expect(stderr).toBe('There is no finding "yaml-stry"; this is "yaml-stray".\n\n');
    expect(stdout).toMatch(/^yaml-stray error/);
  });

  it('says so where no code is near, and how to see them all', async () => {
    const { code, stdout, stderr } = await runCli(['explain', 'weather']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'talkdeck: There is no finding "weather".\n"talkdeck explain" alone lists them all.\n',
    );
  });

  it('does not take a path for a code', async () => {
    expect((await runCli(['explain', '../export'])).code).toBe(2);
    expect((await runCli(['explain', 'README'])).code).toBe(2);
  });

  it('lists every code once, by what it is about', async () => {
    const { code, stdout } = await runCli(['explain']);
    expect(code).toBe(0);
    const listed = [...stdout.matchAll(/^ {2}([a-z\d-]+) {2,}\S/gm)].map(([, each]) => each);
    expect([...listed].sort()).toEqual(codes);
    expect(stdout).toMatch(/^files\n {2}duplicate-slug {2,}Two talks with one file name\n/);
    expect(stdout).toMatch(/\n\ntalkdeck explain CODE says more\.\n$/);
  });

  it('gives the parts of pages as JSON', async () => {
    const one = JSON.parse((await runCli(['explain', 'yaml-stray', 'citation-outside', '--json'])).stdout);
    expect(one.findings).toMatchObject([
      {
        code: 'yaml-stray',
        severity: 'error',
        found: 'check',
        about: 'front matter',
        title: 'A line that is not a field',
        given: [],
        wrong: [
          {
            path: 'content/talks/01-ada.md',
            text: 'takeaway: Build for the day\nwhen a disk fails.\n',
            lang: 'yaml',
            marks: [2],
            flags: [],
          },
        ],
        off: null,
      },
      { code: 'citation-outside', given: [{ path: 'content/event.md' }, { path: 'content/transcript.txt' }] },
    ]);
    const all = JSON.parse((await runCli(['explain', '--json'])).stdout);
    expect(all.findings.map(({ code }: { code: string }) => code)).toEqual(codes);
  });
});
