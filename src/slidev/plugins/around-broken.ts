import { slideOfModule } from '../guard-slides.ts';
import type { SlidevOptions } from '../options.ts';

/** What is wrong with slides, by their 1-based numbers in the bundle. */
export type BrokenSlides = ReadonlyMap<number, string>;
export type ReportSlide = (no: number, detail: string) => void;

/**
 * Builds, and builds again without the slides that an error names which the guard (guard-slides.ts) cannot catch,
 * such as one of Vite's own plugins. Empties those slides in `options`.
 */
export async function buildAroundBroken(
  options: SlidevOptions,
  build: (broken: BrokenSlides, report: ReportSlide) => Promise<void>,
): Promise<BrokenSlides> {
  const broken = new Map<number, string>();
  const report: ReportSlide = (no, detail) => {
    if (!broken.has(no)) broken.set(no, tidy(detail, options.userRoot));
  };
  for (;;) {
    const known = broken.size;
    try {
      await build(broken, report);
      return broken;
    } catch (error) {
      for (const { id, message } of errorsIn(error)) {
        const no = slideOfModule(id ?? message);
        if (no !== null) report(no, message);
      }
      if (broken.size === known) throw error;
    }
    for (const no of broken.keys()) {
      const slide = options.data.slides[no - 1];
      if (slide) Object.assign(slide, { content: '', title: '' });
    }
  }
}

interface ModuleError {
  readonly id?: string;
  readonly message: string;
}

function errorsIn(error: unknown): ModuleError[] {
  const errors = (error as { errors?: ModuleError[] }).errors;
  return errors && errors.length > 0 ? errors : [error as ModuleError];
}

function tidy(detail: string, root: string): string {
  return (
    detail
      .replaceAll(`${root}/`, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours start with ESC
      .replaceAll(/\u001B\[[\d;]*m/g, '')
      .trim()
  );
}
