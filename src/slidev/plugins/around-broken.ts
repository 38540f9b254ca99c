import { stripVTControlCharacters } from 'node:util';
import type { Plugin } from 'vite';
import type { SlidevOptions } from '../options.ts';

/** Errors of slides by 1-based number in the bundle. */
export type BrokenSlides = ReadonlyMap<number, string>;
type ReportSlide = (no: number, detail: string) => void;

/**
 * Builds repeatedly, each time without the slides named by an error that {@link guardSlides} cannot catch, such as one
 * from Vite's own plugins. Empties those slides in `options`.
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
 * Wraps Slidev's plugins so that a slide that does not compile, or imports a missing file, is reported and replaced by
 * an empty one while the build goes on: one bad slide does not affect the others, and one build finds them all. Also
 * makes each slide signal in the browser when it is mounted.
 *
 * @param broken slides known to be broken, by 1-based number; `report` adds to it
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

/** The 1-based number of the slide that a module belongs to, or null. */
function slideOfModule(id: string): number | null {
  const number = SLIDE_MODULE.exec(id)?.[1];
  return number === undefined ? null : Number(number);
}

/** Remaining arguments are passed through untouched. */
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
      // All titles are compiled a second time in one module; they appear only in a table of contents.
      if (no !== null) report(no, error instanceof Error ? error.message : String(error));
      return standIn(id);
    }
  };
  // Modified in place: a copy would lose the getters of some plugins.
  plugin.transform = (
    typeof transform === 'function' ? handler : { ...transform, handler }
  ) as typeof transform;
  return plugin;
}

/** An empty style sheet or a component that renders nothing. */
function standIn(id: string): { code: string; map: null; moduleType: 'js' | 'css' } {
  return id.includes('?')
    ? { code: '', map: null, moduleType: 'css' }
    : { code: 'export default {}', map: null, moduleType: 'js' };
}

/** Images in slides become imports; a missing one would stop the whole build. */
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

/** Runs after Slidev has wrapped the slide in its layout and before Vue compiles it. */
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
