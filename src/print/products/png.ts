import type { Page } from 'playwright-core';
import { isolateSlide } from '../page/show-deck.ts';
import type { DeckSpan } from '../types.ts';

/** Offset of the height in a PNG file. */
const PNG_HEIGHT = 20;

export interface SlideShot {
  /** 1-based in the deck. */
  readonly slide: number;
  /** Without transparency. */
  readonly png: Uint8Array;
}

/**
 * Photographs the slides of the deck on the page. They are rendered at the requested size, not enlarged. The page is
 * unchanged once the generator has ended.
 *
 * @param scale pixels per CSS pixel; the picture has the slide's width and height times that, rounded
 * @throws RangeError if `scale` is not greater than 0
 */
export async function* takeSlides(
  page: Page,
  { first, count }: DeckSpan,
  scale: number,
): AsyncGenerator<SlideShot, void, undefined> {
  if (!(scale > 0)) throw new RangeError(`a scale is greater than 0, not ${scale}`);
  const client = await page.context().newCDPSession(page);
  const isolation = await page.evaluateHandle(isolateSlide);
  try {
    const { slides, width, height } = await isolation.evaluate(({ slides, width, height }) => ({
      slides,
      width,
      height,
    }));
    // A partial pixel at the right and lower edge would show what is behind the slide.
    const across = Math.max(1, Math.round(width * scale)) / (width * scale);
    const down = Math.max(1, Math.round(height * scale)) / (height * scale);
    const clip = { x: 0, y: 0, width: width * across, height: height * down, scale };
    for (const [index, number] of slides.entries()) {
      const slide = number - first + 1;
      if (slide < 1 || slide > count) continue;
      await isolation.evaluate((one, [at, x, y]) => one.show(at, x, y), [index, across, down] as const);
      // Within the viewport: otherwise the page would be laid out again for each picture.
      const take = async (area: typeof clip) => {
        const { data } = await client.send('Page.captureScreenshot', { format: 'png', clip: area });
        return Buffer.from(data, 'base64');
      };
      const png = await take(clip);
      const isWhole = png.readUInt32BE(PNG_HEIGHT) === Math.round(height * scale);
      // Older versions of the browser drop fractions of a CSS pixel.
      const whole = { ...clip, width: Math.ceil(clip.width), height: Math.ceil(clip.height) };
      yield { slide, png: isWhole ? png : await take(whole) };
    }
  } finally {
    await isolation.evaluate((one) => one.restore());
    await isolation.dispose();
    await client.detach();
  }
}
