import type { OpenedDecks } from '../print/open-decks.ts';
import { comparePictures } from './compare-pictures.ts';
import { halfSize } from './half-size.ts';
import { readPng } from './read-png.ts';
import { smallPng } from './small-png.ts';

/** The slide to change: a list with nested lists. */
const SLIDE = '.kind-points:has(li li)';

const STYLES: Readonly<Record<string, string>> = {
  'a heading that stands 2 pixels lower': 'h1 { position: relative; top: 2px; }',
  'a list that is indented by 2 pixels more': 'ul { margin-left: 2px; }',
  'a gap of 1 pixel more': 'li + li { margin-top: 1px; }',
  'type that is 1 % larger': 'li { zoom: 1.01; }',
  'a paler ink': 'li { opacity: 0.9; }',
  'another accent': '.slide { --accent: #0f766e !important; }',
  'paper that is off-white': '.slide { background: #f4f4f2 !important; }',
  'another font': 'h1 { font-family: "JetBrains Mono", sans-serif !important; }',
  'another weight': 'li { font-weight: 700; }',
};

/** In the last item: a word, a single-stroke character, and the smallest punctuation marks. */
const WORDS = ['\u5355\u72ec', '\u4e00', '\u3001', '\uff0c'];

export interface Planted {
  readonly noticed: readonly string[];
  readonly unnoticed: readonly string[];
  /** Number of changes tried. */
  readonly total: number;
}

/** Applies visible changes to a slide one at a time, and compares each with the original. */
export async function plantChanges({ page }: OpenedDecks): Promise<Planted> {
  const slide = page.locator('.print-slide-container', { has: page.locator(SLIDE) }).first();
  await slide.evaluate((element: unknown) => {
    (element as { id: string }).id = 'planted';
  });
  // Otherwise each change would lay out all slides again.
  const alone = await page.addStyleTag({
    content: '.print-slide-container:not(#planted) { display: none; }',
  });
  const picture = async () => halfSize(await slide.screenshot());
  const reference = await readPng(smallPng(await picture()));
  const noticed: string[] = [];
  const unnoticed: string[] = [];
  const look = async (what: string) => {
    const list = comparePictures(await picture(), reference) ? noticed : unnoticed;
    list.push(what);
  };

  await look('nothing');
  for (const [what, content] of Object.entries(STYLES)) {
    const style = await page.addStyleTag({ content });
    await look(what);
    await style.evaluate((element: unknown) => (element as { remove(): void }).remove());
  }
  await look('styles that are taken away again');
  const item = slide.locator('li').last();
  const html = await item.innerHTML();
  const write = (text: string) =>
    item.evaluate((element: unknown, inner) => {
      (element as { innerHTML: string }).innerHTML = inner;
    }, text);
  for (const word of WORDS) {
    if (!html.includes(word)) throw new RangeError(`${SLIDE} has no ${word}`);
    await write(html.replace(word, ''));
    await look(`no ${word}`);
  }
  await write(html);
  await look('words that are put back');
  await alone.evaluate((element: unknown) => (element as { remove(): void }).remove());
  return { noticed, unnoticed, total: Object.keys(STYLES).length + WORDS.length };
}
