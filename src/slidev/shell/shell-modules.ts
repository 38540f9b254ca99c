import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SlidevOptions } from '../options.ts';

/** Whole applications: a code editor, which is in no shell, and diagrams, which are where there is one. */
const EDITOR = /\/Monaco\.vue$/;
const DIAGRAM = /\/Mermaid\.vue$/;
const COMPONENT = /\.(?:vue|md|jsx?|tsx?)$/;

/**
 * What a slide's Markdown may make Slidev import: Vue, the slide's context, every layout, every component that is
 * found by its name. Specifiers or absolute paths, sorted.
 */
export async function shellModules({ clientRoot, roots, utils, data }: SlidevOptions): Promise<string[]> {
  const layouts = Object.values(await utils.getLayouts());
  const folders = [join(clientRoot, 'builtin'), ...roots.map((root) => join(root, 'components'))];
  const components = folders.flatMap(filesBelow).filter((path) => COMPONENT.test(path));
  const paths = [...layouts, ...components].map((path) => path.replaceAll('\\', '/'));
  const internal = ['context.ts', 'internals/SlideLoading.vue'].map((path) => `@slidev/client/${path}`);
  const isWanted = (path: string) => !EDITOR.test(path) && (data.features.mermaid || !DIAGRAM.test(path));
  return ['vue', ...internal, ...new Set(paths.filter(isWanted))].sort();
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts') && !/\.test\./.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
