import type { Plugin } from 'vite';
import { flattenPlugins } from './flatten-plugins.ts';
import { loadSlidev } from './load/load-slidev.ts';
import type { SlidevOptions } from './options.ts';

/** Said, because else all of Vue is loaded to ask it. */
export const MARKDOWN = { vueVersion: '3' };

/** What makes an application of slides, in a build. */
export async function slidevPlugins(options: SlidevOptions): Promise<Plugin[]> {
  const slidev = await loadSlidev();
  return flattenPlugins(await slidev.ViteSlidevPlugin(options, { markdown: MARKDOWN }));
}
