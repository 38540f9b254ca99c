import type { BrowserContextOptions } from 'playwright-core';

/** How slides are shown: as on paper, and as they stand at the end of every transition. */
export const CONTEXT_OPTIONS = {
  /** What Slidev makes of 16:9; a bundle may say otherwise. */
  viewport: { width: 980, height: 552 },
  serviceWorkers: 'block',
  colorScheme: 'light',
  reducedMotion: 'reduce',
} as const satisfies BrowserContextOptions;
