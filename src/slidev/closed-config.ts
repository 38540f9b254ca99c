import type { InlineConfig } from 'vite';

/**
 * Keeps Vite from looking for settings of its own, which it does in the folder of the slides and above: a pull request,
 * or somebody else in the folder for temporary files, may have put some there. PostCSS's are run, and those of `.env`
 * become variables of our process. A theme's, which is the organiser's, are read apart, and may add plugins of PostCSS.
 */
export const CLOSED = {
  configFile: false as const,
  envDir: false as const,
  css: { postcss: { plugins: [] } },
} satisfies InlineConfig;
