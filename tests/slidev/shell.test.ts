import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { printableDecks } from '../../src/export/printable-decks.ts';
import type { Bundle } from '../../src/slidev/job.ts';
import { IS_WHOLE } from '../deep.ts';
import { comparePictures } from '../gallery/compare-pictures.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { makeDeck } from '../print/make-deck.ts';
import { startBrowser } from '../print/start-browser.ts';
import { bundleIn, type Sources } from './bundle-in.ts';
import { type ShownSlide, slidesOf } from './slides-of.ts';

const THEME = fileURLToPath(new URL('../../templates/theme', import.meta.url));

let temporary: string;
let shells: string;
let browser: Browser;
beforeAll(async () => {
  temporary = await realpath(await mkdtemp(join(tmpdir(), 'shell-test-')));
  shells = join(temporary, 'shells');
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(temporary, { recursive: true });
});

const bundle = (sources: Sources, shellFolder: string | null = shells) =>
  bundleIn(join(temporary, 'roots'), sources, shellFolder);
const hasShell = ({ outDir }: Bundle) => existsSync(join(outDir, 'shell'));
const decks = (...texts: readonly string[]): Sources => ({
  decks: texts.map((text, index) => makeDeck(`deck-${index}`, [text, '# Two'], '', 'text')),
  assets: [],
  themeRoot: THEME,
});

/** The decks of one of this repository's meetups. */
function meetup(folder: string): Sources {
  const root = mkdtempSync(join(temporary, 'meetup-'));
  cpSync(fileURLToPath(new URL(`../../${folder}`, import.meta.url)), join(root, 'content'), {
    recursive: true,
  });
  const project = openProject(root);
  const { value } = compile(project);
  if (!value) throw new Error(`${folder} does not compile`);
  return { ...printableDecks(project, value), themeRoot: THEME };
}

function looksAs(actual: ShownSlide | undefined, expected: ShownSlide | undefined): boolean {
  const [a, b] = [actual?.picture ?? null, expected?.picture ?? null];
  return a === null || b === null ? a === b : comparePictures(a, b) === null;
}

// In `npm test`, the gallery's pictures show how slides on a shell look (tests/gallery/).
describe.runIf(IS_WHOLE)('slides look as if they were bundled together with the client', () => {
  test('every kind of slide', async () => {
    const sources = meetup('tests/gallery/zh/content');
    const [apart, whole] = [await bundle(sources, KEPT_SHELL), await bundle(sources, null)];
    expect([hasShell(apart), hasShell(whole)]).toEqual([true, false]);
    expect([...apart.broken, ...whole.broken]).toEqual([]);
    const expected = await slidesOf(browser, whole);
    expect(expected.length).toBeGreaterThan(20);
    expect(expected.filter(({ picture }) => picture !== null).length).toBeGreaterThan(15);
    const actual = await slidesOf(browser, apart);
    expect(actual.map(({ html }) => html)).toEqual(expected.map(({ html }) => html));
    const others = actual.flatMap((slide, index) => (looksAs(slide, expected[index]) ? [] : [index + 1]));
    expect(others).toEqual([]);
  });
});

describe('a shell', () => {
  const files = (folder: string) => readdirSync(folder).sort();
  const read = ({ outDir }: Bundle) =>
    files(outDir)
      .filter((name) => statSync(join(outDir, name)).isFile())
      .map((name) => [name, readFileSync(join(outDir, name), 'utf8')]);

  test('serves decks of other titles, and gives the same bytes again', async () => {
    const first = await bundle(decks('# One'), KEPT_SHELL);
    // Its folder is a link to the shell, which the following tests have in their own cache.
    const name = basename(dirname(realpathSync(join(first.outDir, 'shell'))));
    cpSync(join(KEPT_SHELL, name), join(shells, name), { recursive: true });
    const known = files(shells);
    const other = await bundle(decks('# Other'));
    const again = await bundle(decks('# One'));
    expect([first, other, again].map(hasShell)).toEqual([true, true, true]);
    expect(files(shells)).toEqual(known);
    // The output of Slidev's TypeScript loader is cached, too: the compiler takes longer to load than everything
    // else.
    expect(files(join(temporary, 'jiti'))).toContainEqual(expect.stringMatching(/^setup-shiki\./));
    expect(read(again)).toEqual(read(first));
    expect(read(other)).not.toEqual(read(first));
  });

  test.runIf(IS_WHOLE)(
    'shows the style sheet beside the slides, and is the same for another one',
    async () => {
      const sources = decks('# One');
      const [plain] = await slidesOf(browser, await bundle(sources));
      const known = files(shells);
      const css = 'h1 { color: rgb(1, 200, 3) !important }';
      const assets = [{ path: 'style.css', bytes: new TextEncoder().encode(css) }];
      const [styled] = await slidesOf(browser, await bundle({ ...sources, assets }));
      expect(styled?.html).toBe(plain?.html);
      expect(looksAs(styled, plain)).toBe(false);
      expect(files(shells)).toEqual(known);
    },
  );
});

describe('broken slides', () => {
  const bad = ['# Good\n\n{{ 1 + 1 }}', '# Bad\n\n{{ a b', '# Worse\n\n![](./assets/nowhere.png)'];
  const faults = [
    { slide: 2, detail: 'Interpolation end sign was not found.' },
    { slide: 4, detail: '"./assets/nowhere.png" was not found' },
  ];
  const faultsOf = ({ broken }: Bundle) => [...broken].sort((a, b) => a.slide - b.slide);

  test('are named on a shell, and cost no other slide', async () => {
    const apart = await bundle(decks(...bad));
    expect(hasShell(apart)).toBe(true);
    expect(faultsOf(apart)).toEqual(faults);
  });

  test.runIf(IS_WHOLE)(
    'are named without one, which a slide needs that imports more; a script that throws while it loads does not keep the others from showing',
    async () => {
      const counting = `# Last\n\n<script setup>\nimport { useNav } from '@slidev/client'\nconst { total } = useNav()\n</script>\n\n{{ total }} slides`;
      const throwing = '# One\n\n<script setup>\nimport "./assets/throwing.js"\n</script>';
      // Files in assets/ belong to slides, and do not change the shell.
      const script = {
        path: 'assets/throwing.js',
        bytes: new TextEncoder().encode('throw new Error("loading")'),
      };
      const whole = await bundle({ ...decks(...bad, throwing, counting), assets: [script] });
      expect(hasShell(whole)).toBe(false);
      expect(faultsOf(whole)).toEqual(faults);
      const slides = await slidesOf(browser, whole);
      const failed = slides.map(({ html }) => html.includes('data-talkdeck-error'));
      expect(failed).toEqual([false, false, false, false, false, false, true, false, false, false]);
      expect(slides[8]?.html).toContain('10 slides');
    },
  );
});
