import { stripVTControlCharacters } from 'node:util';
import type { Plugin } from 'vite';
import type { SlidevOptions } from '../options.ts';

/** What is wrong with slides, by their 1-based numbers in the bundle. */
export type BrokenSlides = ReadonlyMap<number, string>;
type ReportSlide = (no: number, detail: string) => void;

/**
 * Builds, and builds again without the slides that an error names which the guard ({@link guardSlides}) cannot catch,
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

/**
 * Wraps Slidev's plugins so that a slide that does not compile, or asks for a file that is not there, is
 * reported and replaced by an empty one, while the build goes on: one bad slide must not cost the others,
 * and all bad slides are found in one build. Also lets each slide say in the browser when it is mounted.
 *
 * @param broken what is broken already, by 1-based slide number; `report` adds to it.
 */
export function guardSlides(
  plugins: readonly Plugin[],
  broken: ReadonlyMap<number, string>,
  report: (no: number, detail: string) => void,
): Plugin[] {
  const layouts = plugins.findIndex(({ name }) => name === 'slidev:layout-wrapper');
  if (layouts < 0) throw new Error('this version of Slidev wraps layouts in another way');
  const all = [...plugins];
  all.splice(layouts + 1, 0, mountSignal());
  return [missingImports(report), ...all.map((plugin) => guarded(plugin, broken, report))];
}

function errorsIn(error: unknown): ModuleError[] {
  const errors = (error as { errors?: ModuleError[] }).errors;
  return errors && errors.length > 0 ? errors : [error as ModuleError];
}

function tidy(detail: string, root: string): string {
  return stripVTControlCharacters(detail.replaceAll(`${root}/`, '')).trim();
}

const SLIDE_MODULE = /__slidev_(\d+)\.md/;
const TITLES_MODULE = '/@slidev/title-renderer.md';
const MISSING = '\0talkdeck:missing';

/** The 1-based slide that a module belongs to, or null. */
function slideOfModule(id: string): number | null {
  const number = SLIDE_MODULE.exec(id)?.[1];
  return number === undefined ? null : Number(number);
}

/** With whatever else Vite gives it, unseen. */
type Hook = (this: unknown, code: string, id: string, ...rest: unknown[]) => unknown;

function guarded(
  plugin: Plugin,
  broken: ReadonlyMap<number, string>,
  report: (no: number, detail: string) => void,
): Plugin {
  const { transform } = plugin;
  if (!transform) return plugin;
  const hook = (typeof transform === 'function' ? transform : transform.handler) as Hook;
  const handler: Hook = async function (code, id, ...rest) {
    const no = slideOfModule(id);
    if (no === null && id !== TITLES_MODULE) return hook.call(this, code, id, ...rest);
    if (no !== null && broken.has(no)) return standIn(id);
    try {
      return await hook.call(this, code, id, ...rest);
    } catch (error) {
      // The titles are compiled once more, in one module for all slides; they show in a table of contents only.
      if (no !== null) report(no, error instanceof Error ? error.message : String(error));
      return standIn(id);
    }
  };
  // Changed in place: a copy would lose the getters that some plugins have.
  plugin.transform = (
    typeof transform === 'function' ? handler : { ...transform, handler }
  ) as typeof transform;
  return plugin;
}

/** A style of a broken slide is empty, its component renders nothing. */
function standIn(id: string): { code: string; map: null; moduleType: 'js' | 'css' } {
  return id.includes('?')
    ? { code: '', map: null, moduleType: 'css' }
    : { code: 'export default {}', map: null, moduleType: 'js' };
}

/** An image in a slide becomes an import; one that is not there would stop the whole build. */
function missingImports(report: (no: number, detail: string) => void): Plugin {
  return {
    name: 'talkdeck:missing-imports',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const no = importer ? slideOfModule(importer) : null;
      if (no === null || source.includes('__slidev_') || source.startsWith('/@slidev/')) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (resolved) return resolved;
      report(no, `"${source}" was not found`);
      return MISSING;
    },
    load: (id) => (id === MISSING ? 'export default ""' : null),
  };
}

/** Runs between Slidev, which has put the slide into its layout, and Vue, which compiles it. */
function mountSignal(): Plugin {
  return {
    name: 'talkdeck:mount-signal',
    transform(code, id) {
      const no = slideOfModule(id);
      if (no === null || id.includes('?')) return null;
      const signal = `\nimport { onMounted as _talkdeckMounted } from 'vue'\n_talkdeckMounted(() => globalThis.__talkdeck.mounted.add(${no}))\n`;
      return { code: code.replace(/^<script setup[^>]*>/m, (tag) => tag + signal), map: null };
    },
  };
}
