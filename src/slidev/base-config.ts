import { type ConfigEnv, type InlineConfig, loadConfigFromFile, mergeConfig } from 'vite';
import { borrowPackages } from './borrow-packages.ts';
import { CLOSED } from './closed-config.ts';
import type { SlidevOptions } from './slidev-options.ts';

const ENV: ConfigEnv = { mode: 'production', command: 'build' };

/** The theme's Vite configuration, which Slidev's own commands read too, and what all our builds have in common. */
export async function baseConfig(options: SlidevOptions, outDir: string): Promise<InlineConfig> {
  const [themeRoot] = options.themeRoots;
  const theme = await loadConfigFromFile(ENV, undefined, themeRoot);
  const own: InlineConfig = {
    ...CLOSED,
    root: options.userRoot,
    plugins: themeRoot === undefined ? [] : [borrowPackages(themeRoot, options.fontFolders)],
    logLevel: 'error',
    define: { __VUE_PROD_DEVTOOLS__: 'false' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      // The bundle is read once, from the disk: making it small takes longer than reading it.
      minify: false,
      cssMinify: false,
      sourcemap: false,
      reportCompressedSize: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
    },
  };
  return mergeConfig(theme?.config ?? {}, own);
}
