import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { printableDecks } from '../../src/export/printable-decks.ts';
import { wholeParts } from '../../src/export/whole.ts';
import { toMessage } from '../../src/findings/finding.ts';
import { takePictures } from '../../src/print/audit/take-pictures.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { openDecks } from '../print/open-decks.ts';
import { contactSheet } from './contact-sheet.ts';
import { halfSize } from './half-size.ts';
import { writePicture } from './write-picture.ts';

// How well type fills the slides of a meetup, in numbers, and as pictures with --pictures:
//   node --import tsx tests/gallery/measure-type.ts [ROOT] [--look bold] [--ratio 4:3] [--pictures DIR] [--decks a,b]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    look: { type: 'string', default: 'quiet' },
    ratio: { type: 'string', default: '16:9' },
    pictures: { type: 'string' },
    decks: { type: 'string' },
  },
});

/** Measurements of a slide in the browser. */
interface Measured {
  readonly kind: string;
  /** The tallest empty area of its box, as a share of the box. */
  readonly emptiest: number;
  /** Sizes of text, in px, one per character. */
  readonly sizes: readonly (readonly [size: number, characters: number])[];
  /** Places where a line breaks within a Chinese word. */
  readonly parted: readonly string[];
}

async function measure(root: string): Promise<void> {
  for (const part of ['content', 'transcript.txt', 'assets', 'public']) {
    try {
      cpSync(join(root, part), join(folder, part), { recursive: true });
    } catch {
      // Not every meetup has them.
    }
  }
  execFileSync('node', ['dist/cli.js', 'check', '--fix', '--yes', '--root', folder], { stdio: 'ignore' });
  const event = join(folder, 'content', 'event.md');
  const text = readFileSync(event, 'utf8').replaceAll(/^(?:theme|ratio): .*\n/gm, '');
  writeFileSync(event, text.replace('---\n', `---\ntheme: ${values.look}\nratio: "${values.ratio}"\n`));

  const project = openProject(folder);
  const { value, findings } = compile(project);
  if (!value) throw new Error(findings.map((found) => toMessage(found).what).join('\n'));
  const wanted = values.decks?.split(',');
  const parts = wholeParts(value).filter(({ deck }) => !wanted || wanted.includes(deck.slug));
  const { decks, assets } = printableDecks(project, { decks: parts, files: value.files });
  const options = { decks, assets, themeRoot: openProject('.').themeFolder, shellFolder: KEPT_SHELL };
  const { slides, taken } = await openDecks(options, async ({ page, bundle }) => ({
    slides: await readSlides(page),
    taken: values.pictures ? await takePictures(page, bundle.slides.keys(), bundle, decks) : [],
  }));

  const sheets = new Map<string, PNG[]>();
  for (const { slug, slide, png } of taken) {
    writePicture(values.pictures ?? '', `${slug}/${String(slide).padStart(2, '0')}`, png);
    sheets.set(slug, [...(sheets.get(slug) ?? []), await halfSize(png)]);
  }
  for (const [slug, pictures] of sheets) {
    writePicture(values.pictures ?? '', `sheet-${slug}`, PNG.sync.write(contactSheet(pictures)));
  }
  report(slides);
}

function report(slides: readonly Measured[]): void {
  const content = slides.filter(({ kind }) => !NOT_CONTENT.has(kind));
  const sparse = content.filter(({ emptiest }) => emptiest > 1 / 3);
  const sizes = content.flatMap((slide) => slide.sizes).sort(([a], [b]) => a - b);
  const all = sizes.reduce((sum, [, count]) => sum + count, 0);
  let [median, seen] = [0, 0];
  for (const [size, count] of sizes) {
    median = size;
    seen += count;
    if (seen >= all / 2) break;
  }
  const parted = slides.flatMap((slide) => slide.parted);
  console.log(`pages                            ${slides.length}`);
  console.log(`content slides                   ${content.length}`);
  console.log(
    `  over a third empty in one piece ${sparse.length}  (${count(sparse.map(({ kind }) => kind))})`,
  );
  console.log(`median size of what is read      ${median} px`);
  console.log(`lines that end within a word     ${parted.length}  ${parted.slice(0, 12).join(' ')}`);
}

function count(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, many]) => `${name} ${many}`).join(', ');
}

/** A single large sentence, or a picture, is meant to have space around it. */
const NOT_CONTENT: ReadonlySet<string> = new Set([
  'cover',
  'question',
  'closing',
  'takeaway',
  'divider',
  'full',
]);

function readSlides(page: Page): Promise<readonly Measured[]> {
  return page.evaluate(`(${readInBrowser})()`) as Promise<readonly Measured[]>;
}

/** Runs in the browser. */
const readInBrowser = `() => {
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  const han = /^\\p{Script=Han}$/u;
  return [...document.querySelectorAll('.slide')].map((slide) => {
    const kind = /kind-(\\w+)/.exec(slide.className)?.[1] ?? '';
    const box = slide.querySelector('.slide-content').getBoundingClientRect();
    const bands = [];
    const sizes = [];
    const parted = [];
    const walker = document.createTreeWalker(slide.querySelector('.slide-content'), NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (!text.data.trim() || text.parentElement.closest('svg, .katex-mathml, [aria-hidden]')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const scale = box.width / slide.querySelector('.slide-content').offsetWidth;
      for (const rect of range.getClientRects()) bands.push([rect.top, rect.bottom]);
      if (!text.parentElement.closest('h1')) {
        sizes.push([Number.parseFloat(getComputedStyle(text.parentElement).fontSize), text.data.trim().length]);
      }
      if (text.parentElement.closest('pre')) continue;
    }
    for (const each of slide.querySelectorAll('.slide-content :is(img, svg, video, .mermaid, .axis, b, .person, pre)')) {
      const rect = each.getBoundingClientRect();
      if (rect.height > 0) bands.push([rect.top, rect.bottom]);
    }
    // The whole text of each block, so that a word in two elements counts as one.
    for (const block of slide.querySelectorAll('.slide-content :is(p, li, td, th, h1, h2, h3, dt)')) {
      const places = [];
      const inner = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let all = '';
      for (let text = inner.nextNode(); text; text = inner.nextNode()) {
        if (text.parentElement.closest('p, li, td, th, h1, h2, h3, dt') !== block) continue;
        for (let at = 0; at < text.data.length; at += 1) places.push([text, at]);
        all += text.data;
      }
      const topOf = ([text, at]) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getClientRects()[0]?.top;
      };
      for (const { segment, index } of words.segment(all)) {
        for (let at = index + 1; at < index + segment.length; at += 1) {
          if (!han.test(all[at - 1]) || !han.test(all[at])) continue;
          const [a, b] = [topOf(places[at - 1]), topOf(places[at])];
          if (a !== undefined && b !== undefined && b > a + 8) {
            parted.push(all.slice(index, at) + '|' + all.slice(at, index + segment.length));
          }
        }
      }
    }
    bands.sort((a, b) => a[0] - b[0]);
    let [reach, gap] = [box.top, 0];
    for (const [top, bottom] of bands) {
      gap = Math.max(gap, top - reach);
      reach = Math.max(reach, bottom);
    }
    gap = Math.max(gap, box.bottom - reach);
    return { kind, emptiest: gap / box.height, sizes, parted };
  });
}`;

const folder = mkdtempSync(join(tmpdir(), 'talkdeck-type-'));
try {
  await measure(positionals[0] ?? '.');
} finally {
  rmSync(folder, { recursive: true });
}
