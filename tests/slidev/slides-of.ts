import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { openPage } from '../../src/print/browser/open-page.ts';
import type { Bundle } from '../../src/slidev/job.ts';

export interface ShownSlide {
  /**
   * Scope names, which depend on the path from the slides' folder to the theme's, are replaced by numbers: `data-v-1`.
   */
  readonly html: string;
  /**
   * Null for a slide with the same classes as an earlier one, and for a diagram, whose boxes are not always laid out
   * alike. Even one browser's colours vary by up to 4 of 255 levels between loads: use comparePictures.
   */
  readonly picture: PNG | null;
}

/** Each slide of a bundle as a browser renders it; empty for those that did not compile (`bundle.broken`). */
export function slidesOf(browser: Browser, bundle: Bundle): Promise<readonly ShownSlide[]> {
  return openPage(browser, bundle, {}, async ({ page, problems, unserved }) => {
    const unknown = problems.filter(({ kind }) => kind !== 'compile');
    if (unknown.length > 0 || unserved.length > 0)
      throw new Error(JSON.stringify([...unknown, ...unserved], null, 1));
    const slides: ShownSlide[] = [];
    const looks = new Set<string>();
    for (const slide of await page.locator('.print-slide-container').all()) {
      const html = withPlainScopes(await slide.evaluate((element) => element.outerHTML));
      const isDiagram = (await slide.locator('.mermaid').count()) > 0;
      const [look = html] = /class="[^"]*\bslidev-layout\b[^"]*"/.exec(html) ?? [];
      const isSeen = isDiagram || looks.has(look);
      looks.add(look);
      slides.push({ html, picture: isSeen ? null : PNG.sync.read(await slide.screenshot()) });
    }
    return slides;
  });
}

function withPlainScopes(html: string): string {
  const names = [...new Set(html.match(/\bdata-v-[\da-f]{8}\b/g))];
  return names.reduce((text, name, index) => text.replaceAll(name, `data-v-${index + 1}`), html);
}
