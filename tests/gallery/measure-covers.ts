import { wcagContrast } from 'culori';
import type { OpenedDecks } from '../print/open-decks.ts';
import { readPng } from './read-png.ts';

/** Text on a cover's picture, and its minimum contrast with what is drawn behind it. */
export interface TextOnPicture {
  readonly text: string;
  readonly contrast: number;
}

const COVERS = '.print-slide-container:has([data-ground])';

/** Pixels averaged together: about the width of a stroke. */
const CELL = 4;

/** Examines what the browser has drawn behind each line of text on cover pictures. */
export async function textsOnPictures({ page }: OpenedDecks): Promise<readonly TextOnPicture[]> {
  const covers = await page.locator(COVERS).all();
  const found: TextOnPicture[] = [];
  for (const [index, cover] of covers.entries()) {
    const lines = (await page.evaluate(
      `(${LINES})(document.querySelectorAll('${COVERS}')[${index}])`,
    )) as readonly Line[];
    const style = await page.addStyleTag({
      content:
        '[data-ground] .slide-content *, [data-ground] .slide-content ::before { color: transparent !important; }',
    });
    const { data, width } = await readPng(await cover.screenshot());
    await style.evaluate((element: unknown) => (element as { remove(): void }).remove());
    for (const { text, color, box } of lines) {
      let contrast = 21;
      for (let y = Math.ceil(box.top); y + CELL < box.bottom; y += CELL) {
        for (let x = Math.ceil(box.left); x + CELL < box.right; x += CELL) {
          contrast = Math.min(contrast, wcagContrast(meanOf(data, width, x, y), color));
        }
      }
      found.push({ text, contrast });
    }
  }
  return found;
}

interface Line {
  readonly text: string;
  readonly color: string;
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/** Runs in the browser: each line of text with its colour and position. */
const LINES = `(cover) => {
  const origin = cover.getBoundingClientRect();
  const walker = document.createTreeWalker(cover.querySelector('.slide-content'), NodeFilter.SHOW_TEXT);
  const lines = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = node.textContent.trim();
    if (text === '') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { color } = getComputedStyle(node.parentElement);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      const [x, y] = [origin.left, origin.top];
      lines.push({ text, color, box: { left: left - x, top: top - y, right: right - x, bottom: bottom - y } });
    }
  }
  return lines;
}`;

function meanOf(data: Uint8Array, width: number, left: number, top: number) {
  const [r = 0, g = 0, b = 0] = [0, 1, 2].map((channel) => {
    let sum = 0;
    for (let y = top; y < top + CELL; y += 1) {
      for (let x = left; x < left + CELL; x += 1) sum += data[(y * width + x) * 4 + channel] ?? 0;
    }
    return sum / CELL ** 2 / 255;
  });
  return { mode: 'rgb', r, g, b } as const;
}
