import type { Plugin, PluginOption } from 'vite';

/** Slidev and themes give plugins as nested lists of promises, some of them empty. */
export async function flattenPlugins(option: PluginOption): Promise<Plugin[]> {
  const value = await option;
  if (!value) return [];
  return Array.isArray(value) ? (await Promise.all(value.map(flattenPlugins))).flat() : [value as Plugin];
}
