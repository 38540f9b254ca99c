import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { signText } from '../../src/build/sign-text.ts';
import { plainText } from '../../src/content/summary/markup.ts';
import { parseReport, ROOT, runCli, snapshot } from '../cli/run-cli.ts';
import { pdfFacts } from '../print/pdf-facts.ts';
import { pdfText } from './pdf-text.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'talkdeck-export-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

const pdf = (slug: string): Buffer => readFileSync(join(root, 'out', 'pdf', `${slug}.pdf`));

describe('export', () => {
  it('prints the sample meetup: every slide a page, Chinese text that can be searched, fonts embedded', async () => {
    cpSync(join(ROOT, 'content'), join(root, 'content'), { recursive: true });
    const result = await runCli(['export', '--json'], root);
    expect(result.stderr).toBe('');
    const { value } = compile(openProject(root));
    expect(result.code).toBe(0);
    const report = parseReport(result);
    const decks = value?.decks ?? [];
    expect(report.decks).toEqual(
      decks.map(({ deck }) => ({
        deck: deck.slug,
        slides: deck.slides.length + 1,
        pages: deck.slides.length + 1,
        bytes: pdf(deck.slug).length,
        seconds: expect.any(Number),
        cache: 'miss',
        files: [join(root, 'out', 'pdf', `${deck.slug}.pdf`)],
        findings: [],
      })),
    );
    // The meetup's own deck opens the combined PDF, which needs another name.
    const front = value?.front.deck;
    expect(value?.hasOpening).toBe(true);
    expect(`${decks[0]?.deck.slug}-meetup`).toBe(front?.slug);
    const pages = decks.reduce((sum, { deck }) => sum + deck.slides.length + 1, 0);
    expect(report.whole).toEqual({
      file: join(root, 'out', 'pdf', `${front?.slug}.pdf`),
      pages,
      bytes: pdf(front?.slug ?? '').length,
    });
    expect(await leadAstray(pdf(front?.slug ?? ''), pages)).toEqual([]);
    const pagesOf = new Map(decks.map(({ deck: { slug, slides } }) => [`${slug}.pdf`, slides.length + 1]));
    for (const { deck, text } of decks) {
      expect(await leadAstray(pdf(deck.slug), deck.slides.length + 1, pagesOf)).toEqual([]);
      expect(readFileSync(join(root, 'slides', `${deck.slug}.md`), 'utf8')).toBe(signText(text, 'md'));
      expect(await pdfFacts(pdf(deck.slug))).toMatchObject({
        pages: deck.slides.length + 1,
        title: deck.title,
        author: deck.author,
        lang: 'zh-CN',
        tagged: true,
      });
      const { pages, lines, fonts } = await pdfText(pdf(deck.slug));
      [deck.cover, ...deck.slides].forEach(({ title }, index) => {
        expect(squash(pages[index] ?? ''), `${deck.slug}, page ${index + 1}`).toContain(
          squash(plainText(title)),
        );
      });
      expect(pages.join()).not.toContain('An error occurred');
      // No character of a question's number is on a line of its own.
      expect(lines.flat().filter((line) => line.trim() === 'Q')).toEqual([]);
      expect([...fonts].filter((name) => /NotoSansSC/.test(name))).not.toEqual([]);
      expect([...fonts].filter((name) => !/NotoSansSC|Inter|JetBrainsMono/.test(name))).toEqual([]);
    }
  });

  it('prints nothing while a summary has an error', async () => {
    mkdirSync(join(root, 'content', 'talks'), { recursive: true });
    writeFileSync(join(root, 'content', 'event.md'), '---\ntitle: Meetup\nlang: en\n---\n');
    writeFileSync(join(root, 'content', 'talks', '1-ada.md'), '---\nspeaker: Ada\n---\n');
    const before = snapshot(root);
    expect((await runCli(['export'], root)).code).toBe(1);
    expect(snapshot(root)).toEqual(before);
    expect(existsSync(join(root, 'out'))).toBe(false);
  });

  it('says what to do where the browser that was named does not start', async () => {
    cpSync(join(ROOT, 'tests', 'fixtures', 'valid', 'content'), join(root, 'content'), { recursive: true });
    const result = await runCli(['export', '--browser', join(root, 'no-such-browser')], root);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('The browser given with --browser cannot be started');
    expect(result.stderr).not.toContain('    at ');
    expect(existsSync(join(root, 'out', 'pdf'))).toBe(false);
  });
});

/**
 * Resolves every link of a PDF: to one of its pages, to the web, or to a page of a neighbouring file.
 * @param beside page counts of those files
 */
async function leadAstray(
  bytes: Uint8Array,
  pages: number,
  beside: ReadonlyMap<string, number> = new Map(),
): Promise<readonly unknown[]> {
  const all = (await pdfFacts(bytes)).links.flat();
  // For a talk without an agenda: those of its questions.
  expect(all.length).toBeGreaterThan(3);
  return all.filter((target) => {
    if (typeof target === 'number') return target < 1 || target > pages;
    const [, file, page] = /^\.\/([^/#]+)#page=(\d+)$/.exec(target) ?? [];
    if (file === undefined) return !/^https?:/.test(target);
    return !(Number(page) >= 1 && Number(page) <= (beside.get(decodeURIComponent(file)) ?? 0));
  });
}

/** Spaces mark line breaks, too; a PDF does not tell the two apart. */
function squash(text: string): string {
  return text.replaceAll(/\s+/g, '').normalize('NFKC');
}
