import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';

/** Input of Slidev's PowerPoint writer. */
export interface PptxContext {
  /** Opens a page of the application; the slides may be open already. */
  go(path: string): Promise<void>;
  readonly page: Page;
  /** 1-based numbers of slides. */
  readonly pages: readonly number[];
  /** All slides in order, not only those of `pages`. */
  readonly slides: readonly {
    readonly note: string;
    readonly title?: string;
    readonly frontmatter?: { readonly author?: string; readonly info?: string };
  }[];
  /** Slide size in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What could not be made editable. */
export interface PptxReport {
  readonly fallbackSlides: readonly { readonly no: number; readonly reason: string }[];
  readonly imagesDropped: number;
  readonly rastersFailed: number;
}

export type PptxWriter = (context: PptxContext, output: string) => Promise<PptxReport>;

/**
 * Loads Slidev's writer of editable PowerPoint files (`slidev export --format pptx-editable`). It is not part of the
 * public API, hence the exact version of the package; its file name contains a digest.
 *
 * @throws if this version of Slidev has none
 */
export async function loadPptxWriter(): Promise<PptxWriter> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@slidev/cli/package.json')), 'dist');
  const file = readdirSync(folder).find((name) => /^pptx-[\w-]+\.mjs$/.test(name));
  const module: { readonly exportPptxEditable?: unknown } =
    file === undefined ? {} : await import(pathToFileURL(join(folder, file)).href);
  if (typeof module.exportPptxEditable !== 'function') {
    throw new Error('this version of Slidev writes PowerPoint files in another way');
  }
  return module.exportPptxEditable as PptxWriter;
}
