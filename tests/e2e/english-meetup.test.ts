import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseReport, ROOT, runCli } from '../cli/run-cli.ts';
import '../needs-browser.ts';

/** A realistic evening: long titles, accents, code, tables, emoji, addresses, pasted HTML. */
let temp: string;
let text: Readonly<Record<string, string>>;

beforeAll(async () => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-english-')));
  cpSync(join(ROOT, 'tests/fixtures/english'), temp, { recursive: true });
  await runCli(['check', '--fix', '--yes'], temp);
  const { code, stderr } = await runCli(['export'], temp);
  if (code !== 0) throw new Error(stderr);
  const folder = join(temp, 'out/pdf');
  text = Object.fromEntries(
    readdirSync(folder).map((name) => [
      name.replace(/\.pdf$/, ''),
      execFileSync('pdftotext', ['-layout', join(folder, name), '-'], { encoding: 'utf8' }),
    ]),
  );
}, 300_000);

afterAll(() => {
  rmSync(temp, { recursive: true, force: true });
});

describe('an evening as people write one', () => {
  it('has no error, and of advice two pieces', async () => {
    const report = parseReport(await runCli(['check', '--json'], temp));
    const found = report.findings as readonly { readonly code: string }[];
    expect(found.map(({ code }) => code)).toEqual(['answer-by-unasked', 'no-takeaway']);
  });

  it('shows nothing as it was typed', () => {
    const all = Object.values(text).join('\n');
    // Except what is in backticks: Vec<Job>, ship<it>&go; and "a < b", "<3".
    const shown = all
      .replaceAll(/(?:Vec|Map|AsyncIterable|Promise)<[\w\s,<>]*>/g, '')
      .replaceAll(/ship<it>&go|a < b|<3|fails < 3/g, '');
    expect(shown).not.toMatch(
      /\*\*|~~|^#|```|<\/?\w|&(?:amp|lt|gt|nbsp);|\\[*_[\]<#]|\]\(|\[[ x]\]|\{[.#:]|MsoNormal|undefined/m,
    );
  });

  it('has every ordinary thing on a slide', () => {
    const of = (deck: string) => text[deck]?.replaceAll(/\s+/g, ' ') ?? '';
    expect(of('nora')).toContain('RFC 9110 on what \u201Cidempotent\u201D means');
    expect(of('nora')).toContain('We <3 our users, so losing a job wasn\u2019t an option');
    expect(of('nora')).toContain('https://example.org/patterns/outbox');
    expect(of('nora')).toContain('Nora Lindqvist-Fernández');
    expect(of('jose')).toContain('Write the label above the field, and never inside it.');
    expect(of('jose')).toContain('Dwayne “DJ” Jackson');
    expect(of('wei')).toContain('Never do maths on strings.');
    expect(of('qa')).toContain('The carousel. Always');
  });

  it('has a programme in the order of time', () => {
    const opening = text['Shipping-Night-Malmö'] ?? '';
    const times = [...opening.matchAll(/^\s*(\d\d:\d\d)\b/gm)].map(([, time]) => time);
    expect(times).toEqual(['19:10', '19:50', '20:05', '20:35', '20:45', '21:30']);
  });
});
